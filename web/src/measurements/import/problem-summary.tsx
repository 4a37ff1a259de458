import { formatNumber, type ImportRow } from '@moc57/shared'
import styles from './import-view.module.css'
import { askWords } from './wording.ts'

/** So many refused rows are named; the rest stands below. */
const mostNamed = 10

type ProblemSummaryProps = { asked: readonly ImportRow[]; refused: readonly ImportRow[] }

/** What keeps rows from being written, each with a way to its place below; nothing where all is well. */
export function ProblemSummary({ asked, refused }: ProblemSummaryProps) {
  if (asked.length + refused.length === 0) return null
  const kinds = Map.groupBy(asked, ({ asks }) => asks[0]?.question ?? 'indicator')
  const links = [
    ...[...kinds].flatMap(([kind, rows]) => {
      const [first] = rows
      return first ? [{ row: first, words: `${askWords[kind]}: ${formatNumber(rows.length)} dòng` }] : []
    }),
    ...refused
      .slice(0, mostNamed)
      .map((row) => ({ row, words: `Ô ${row.cell}: ${row.refusals[0]?.detail ?? ''}` })),
  ]
  return (
    <nav className={styles.problem} aria-labelledby="cho-can-xem">
      <h3 id="cho-can-xem">{formatNumber(asked.length + refused.length)} dòng chưa ghi được ngay</h3>
      <ul>
        {links.map(({ row, words }) => (
          <li key={row.row}>
            <a
              href={`#${placeOf(row)}`}
              onClick={(event) => {
                event.preventDefault()
                goTo(row)
              }}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
      {refused.length > mostNamed && (
        <p>và {formatNumber(refused.length - mostNamed)} dòng bị từ chối khác ở dưới.</p>
      )}
    </nav>
  )
}

/** The place of a row on the page, for the links of the summary. */
export function placeOf({ row }: Pick<ImportRow, 'row'>): string {
  return `dong-${row}`
}

function goTo(row: ImportRow): void {
  const place = document.getElementById(placeOf(row))
  place?.scrollIntoView({ block: 'center' })
  place?.focus({ preventScroll: true })
}
