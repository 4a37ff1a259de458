import { type FigureKey, quarterInText } from '@moc57/shared'
import type { FigureRevision } from '@moc57/shared/api'
import { useQuery } from '@tanstack/react-query'
import { revisionText } from '../../indicators/revision-text.ts'
import { QueryView } from '../../ui/query-view.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './cell-history.module.css'
import { revisionsQuery } from './queries.ts'
import { changeText, effectText, signedText } from './wording.ts'

/** Every revision of a figure, the latest first, with every decision on it. */
export function FigureRevisions({ figure }: { figure: FigureKey }) {
  const query = useQuery(revisionsQuery(figure))
  return (
    <QueryView query={query} skeleton={<Skeleton height={180} />}>
      {({ items, unitOfMeasure, period }) =>
        items.length === 0 ? (
          <p>Chưa có số liệu của {quarterInText(period)}.</p>
        ) : (
          <ol className={`bare-list ${styles.revisions}`} reversed>
            {items.toReversed().map((revision) => (
              <Revision key={revision.revision} revision={revision} unitOfMeasure={unitOfMeasure} />
            ))}
          </ol>
        )
      }
    </QueryView>
  )
}

function Revision({ revision, unitOfMeasure }: { revision: FigureRevision; unitOfMeasure: string }) {
  const { replaced, source, quotation, note, reason, changes, recordedBy, recordedAt } = revision
  return (
    <li>
      <p className={styles.figure}>
        <span>Lần ghi {revision.revision}:</span> <b>{revisionText(revision, unitOfMeasure)}</b>
        {replaced && <span> thay {revisionText(replaced, unitOfMeasure)}</span>}
      </p>
      <p className="note">{signedText({ by: recordedBy, at: recordedAt })}</p>
      {reason && <p>Lý do sửa: {reason}</p>}
      <p>{source ? `Nguồn: ${source}` : 'Không ghi nguồn'}</p>
      {quotation && <blockquote>“{quotation}”</blockquote>}
      {note && <p>Ghi chú: {note}</p>}
      <ul className={styles.changes}>
        {changes
          .filter(({ state }) => state !== 'draft')
          .map((change) => (
            <li key={`${change.state} ${change.at}`}>
              {changeText(change)} <span className="note">{signedText(change)}</span>
            </li>
          ))}
      </ul>
      <p className={styles.effect}>{effectText(revision, unitOfMeasure)}</p>
    </li>
  )
}
