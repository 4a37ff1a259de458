import type { Evidence } from '@moc57/shared'
import { listEvidence } from '@moc57/shared/api'
import { apiPath } from '../../lib/api-client.ts'
import styles from './evidence.module.css'
import { figureParams } from './queries.ts'
import { fileFacts } from './wording.ts'

type EvidenceListProps = { unitCode: string; number: number; items: readonly Evidence[] }

/** The files of a figure; each opens as the download that the server makes of it. */
export function EvidenceList({ unitCode, number, items }: EvidenceListProps) {
  return (
    <ul className={styles.files}>
      {items.map((file) => (
        <li key={file.id}>
          <a
            href={`${apiPath(listEvidence.url, figureParams({ unitCode, number, period: file.period }))}/${file.id}`}
            download
          >
            {file.name}
          </a>{' '}
          <span className={styles.facts}>{fileFacts(file)}</span>
        </li>
      ))}
    </ul>
  )
}
