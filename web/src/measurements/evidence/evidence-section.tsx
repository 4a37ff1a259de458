import { type FigureKey, quarterLabel } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { Section } from '../../ui/page.tsx'
import styles from './evidence.module.css'
import { EvidenceList } from './evidence-list.tsx'
import { evidenceQuery, indicatorEvidenceQuery } from './queries.ts'

/** The files behind an indicator's figures, quarter by quarter; nothing for who may see none. */
export function EvidenceSection(indicator: FigureKey) {
  const { data } = useQuery(indicatorEvidenceQuery(indicator))
  if (!data || data.items.length === 0) return null
  return (
    <Section title="Tệp minh chứng">
      <dl>
        {[...Map.groupBy(data.items, ({ period }) => period)].map(([period, items]) => (
          <div key={period}>
            <dt>{quarterLabel(period)}</dt>
            <dd>
              <EvidenceList {...indicator} items={items} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

/** The files of one figure, as part of its history. */
export function EvidenceOfFigure(figure: FigureKey) {
  const { data } = useQuery(evidenceQuery(figure))
  if (!data || data.items.length === 0) return null
  return (
    <div className={`stack ${styles.section}`}>
      <h3>Tệp minh chứng</h3>
      <EvidenceList {...figure} items={data.items} />
    </div>
  )
}
