import { formatDifference, formatDistance, periodLabel, type ReportingPeriod } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { headlineOf } from './headline.ts'
import styles from './headline-text.module.css'

type HeadlineTextProps = {
  unitCode: string
  asOf: ReportingPeriod
  ky: ReportingPeriod | undefined
  items: readonly ProgressItem[]
}

/** What matters now, in words. */
export function HeadlineText({ unitCode, asOf, ky, items }: HeadlineTextProps) {
  const { summary, worst, remark } = headlineOf(items)
  return (
    <p className={styles.headline}>
      {periodLabel(asOf)}: {summary}.{' '}
      {worst ? (
        <>
          Gấp nhất:{' '}
          <Link
            to="/don-vi/$unitCode/chi-tieu/$number"
            params={{ unitCode, number: String(worst.number) }}
            search={{ ky }}
          >
            {worst.shortName}
          </Link>
          {distanceOf(worst)}.
        </>
      ) : (
        remark
      )}
    </p>
  )
}

function distanceOf({ next, pace, unitOfMeasure }: ProgressItem): string {
  const gap = next?.gap
  if (gap == null || gap <= 0) return ''
  const missing = `, còn thiếu ${formatDifference(gap, unitOfMeasure)}`
  if (pace.neededPerQuarter === null) return missing
  const unit = unitOfMeasure === '%' ? 'điểm' : unitOfMeasure
  return `${missing}, cần ${formatDistance(pace.neededPerQuarter)} ${unit} mỗi quý`
}
