import type { Quarter } from '@moc57/shared'
import { flagLabels } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { lazy, Suspense, useMemo } from 'react'
import { useMediaQuery } from '../../lib/use-media-query.ts'
import { AbbreviationList } from '../../ui/abbreviations.tsx'
import { type KnownNow, knownNow } from './known-now.ts'
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
  search: ProgressSearch & { ky?: Quarter | undefined }
  onSearch: (search: ProgressSearch) => void
  hideLeader?: boolean
  /** The same quarter as known today, where the page is of another day. */
  today?: UnitProgress | undefined
}

/** The texts of a line that abbreviate: its names and whose it is. */
function abbreviatedTexts({ shortName, name, assignment }: ProgressItem): string[] {
  const persons = assignment ? [assignment.leader.position, assignment.responsibleOfficer] : []
  return [shortName, name, ...persons]
}

const MilestoneTable = lazy(() =>
  import('../milestones/milestone-table.tsx').then(({ MilestoneTable: component }) => ({
    default: component,
  })),
)

/** A wide screen and paper get the table. */
export const wideScreen = '(width >= 62em), print'

const noDifference: ReadonlyMap<number, KnownNow> = new Map()

export function ProgressList({
  progress,
  items,
  search,
  onSearch,
  hideLeader = false,
  today,
}: ProgressListProps) {
  const wide = useMediaQuery(wideScreen)
  const shown = filterByStatus(items, search)
  const commonFlags = flagsOfAll(progress.items)
  const reported = progress.items.some(({ value }) => value !== null)
  const sections = sectionsOf(progress.groups, shown, search.sapXep === 'ke-hoach' ? 'plan' : 'worst')
  const differs = useMemo(() => (today ? knownNow(progress, today) : noDifference), [progress, today])
  const context = { progress, ky: search.ky, hideLeader, commonFlags, differs }

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
      {search.xem === 'bang-moc' ? (
        <Suspense fallback={<p role="status">Đang mở bảng mốc…</p>}>
          <MilestoneTable sections={sections} context={context} />
        </Suspense>
      ) : wide ? (
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
