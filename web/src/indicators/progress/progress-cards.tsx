import type { ProgressItem } from '@moc57/shared/api'
import { BulletBar } from './bullet-bar.tsx'
import {
  About,
  Difference,
  IndicatorDetail,
  IndicatorName,
  PrintedTargets,
  Standing,
  Value,
} from './indicator-parts.tsx'
import type { ListContext } from './list-context.ts'
import type { Section } from './order.ts'
import styles from './progress-cards.module.css'
import { gapSentence } from './wording.ts'

type ProgressCardsProps = { sections: readonly Section[]; context: ListContext }

/** The indicators one under the other, for a phone. */
export function ProgressCards({ sections, context }: ProgressCardsProps) {
  return sections.map(({ group, items }) => (
    <section key={group?.code} aria-labelledby={`nhom-${group?.code}`}>
      <h2 id={`nhom-${group?.code}`} className={group ? styles.group : 'visually-hidden'}>
        {group ? `${group.code}. ${group.name}` : 'Gấp nhất trước'} <span>{items.length} chỉ tiêu</span>
      </h2>
      <ul className="bare-list">
        {items.map((item) => (
          <IndicatorCard key={item.number} item={item} context={context} />
        ))}
      </ul>
    </section>
  ))
}

function IndicatorCard({ item, context }: { item: ProgressItem; context: ListContext }) {
  const sentence = gapSentence(item)
  return (
    <li className={styles.card}>
      <h3 className={styles.title}>
        <span>{item.number}.</span> <IndicatorName item={item} context={context} />
      </h3>
      <div className={styles.standing}>
        <div>
          <Standing item={item} context={context} />
        </div>
        <div className={styles.value}>
          <Value item={item} context={context} />
        </div>
      </div>
      {item.value !== null && <BulletBar item={item} asOf={context.progress.asOf} />}
      {sentence && <p className={styles.sentence}>{sentence}</p>}
      <Difference item={item} context={context} />
      <div className={`row ${styles.foot}`}>
        <div>
          <PrintedTargets item={item} />
          <About item={item} context={context} short />
        </div>
        <details className={styles.more}>
          <summary aria-label={`Chi tiết chỉ tiêu ${item.number}: tên đầy đủ, phân công, các mốc`}>
            Chi tiết
          </summary>
          <IndicatorDetail item={item} context={context} />
        </details>
      </div>
    </li>
  )
}
