import { useMediaQuery } from '@mantine/hooks'
import type { ReportingPeriod } from '@moc57/shared'
import { flagLabels } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { AbbreviationList } from '../../components/abbreviations.tsx'
import { sectionsOf } from './order.ts'
import { ProgressCards } from './progress-cards.tsx'
import styles from './progress-list.module.css'
import { ProgressTable } from './progress-table.tsx'
import type { UnitProgress } from './queries.ts'
import { filterByStatus, type ProgressSearch, stripFilters } from './search.ts'
import { flagsOfAll, unitHeading } from './wording.ts'

type ProgressListProps = {
  progress: UnitProgress
  /** The indicators of the page, before the filters. */
  items: readonly ProgressItem[]
  search: ProgressSearch & { ky?: ReportingPeriod | undefined }
  onSearch: (search: ProgressSearch) => void
  hideLeader?: boolean
}

/** The texts of a line that abbreviate: its names and whose it is. */
function abbreviatedTexts({ shortName, name, assignment }: ProgressItem): string[] {
  const persons = assignment ? [assignment.leader.position, assignment.responsibleOfficer] : []
  return [shortName, name, ...persons]
}

/** A wide screen and paper get the table. */
export const wideScreen = '(width >= 62em), print'

export function ProgressList({ progress, items, search, onSearch, hideLeader = false }: ProgressListProps) {
  const wide = useMediaQuery(wideScreen, true, { getInitialValueInEffect: false })
  const shown = filterByStatus(items, search)
  const commonFlags = flagsOfAll(progress.items)
  const reported = progress.items.some(({ value }) => value !== null)
  const sections = sectionsOf(progress.groups, shown, search.sapXep === 'ke-hoach' ? 'plan' : 'worst')
  const context = { progress, ky: search.ky, hideLeader, commonFlags }

  if (shown.length === 0) {
    return (
      <p className={styles.nothing}>
        Không có chỉ tiêu nào khớp với bộ lọc.{' '}
        <button type="button" className="plain-button" onClick={() => onSearch(stripFilters(search))}>
          Bỏ lọc
        </button>
      </p>
    )
  }
  return (
    <>
      {reported && commonFlags.length > 0 && (
        <p className={styles.common}>
          Tất cả {progress.items.length} chỉ tiêu:{' '}
          {commonFlags.map((flag) => flagLabels[flag].toLocaleLowerCase('vi')).join('; ')}.
        </p>
      )}
      {wide ? (
        <ProgressTable
          caption={`Các chỉ tiêu của ${unitHeading(progress.unit)}`}
          sections={sections}
          context={context}
        />
      ) : (
        <ProgressCards sections={sections} context={context} />
      )}
      <AbbreviationList texts={shown.flatMap(abbreviatedTexts)} />
    </>
  )
}
