import { boundOf, formatRate, gapInWords, missingBound, type ReportingPeriod } from '@moc57/shared'
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
  const { summary, worst, remark } = headlineOf(items, asOf)
  return (
    <p className={styles.headline}>
      {summary}.{' '}
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

function distanceOf(item: ProgressItem): string {
  const { next, pace, comparator, direction, unitOfMeasure } = item
  if (next?.gap == null || next.gap < 0) return ''
  const missing = `, ${gapInWords(next.gap, item, boundOf(next, direction))} để đạt mốc ${next.milestone}`
  return pace.neededPerQuarter === null
    ? missing
    : `${missing}, cần ${missingBound(comparator, direction)}${formatRate(pace.neededPerQuarter, unitOfMeasure)}`
}
