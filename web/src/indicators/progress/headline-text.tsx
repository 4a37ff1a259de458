import { boundOf, gapInWords, type Quarter } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { leftOfNext, quarterText } from '../../lib/figures.ts'
import { headlineOf } from './headline.ts'
import styles from './headline-text.module.css'
import { neededInWords } from './wording.ts'

type HeadlineTextProps = {
  unitCode: string
  asOf: Quarter
  ky: Quarter | undefined
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
  const { next, direction } = item
  const left = leftOfNext(item)
  if (!next || !left || left.gap < 0) return ''
  const words = gapInWords(left.gap, { ...item, comparator: left.comparator }, boundOf(next, direction))
  const judged = left.judgedIn === null ? '' : ` (xét tại ${quarterText(left.judgedIn)})`
  const needed = neededInWords(item)
  return `, ${words} để đạt mốc ${next.milestone}${judged}${needed ? `, ${needed}` : ''}`
}
