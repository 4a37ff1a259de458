import { formatDifference, formatDistance, periodLabel, verdictLabels } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { uncapitalize } from '../../lib/text.ts'
import styles from './indicator-parts.module.css'
import type { ListContext } from './list-context.ts'
import { changeText, differenceUnit, gapText, tagsOf, valueText } from './wording.ts'

type PartProps = { item: ProgressItem; context: ListContext }

/** The name as a link; in print, where nothing opens, the printed name stands beneath. */
export function IndicatorName({ item, context }: PartProps) {
  return (
    <>
      <Link
        className={styles.name}
        to="/don-vi/$unitCode/chi-tieu/$number"
        params={{ unitCode: context.progress.unit.code, number: String(item.number) }}
        search={{ ky: context.ky }}
      >
        {item.shortName}
      </Link>
      <span className="print-only">{item.name}</span>
    </>
  )
}

/** Who directs it and which body follows it; nothing where the unit has named nobody (the page says so once). */
export function Owners({ item, context }: PartProps) {
  const { assignment } = item
  if (!assignment) return null
  return (
    <div className={styles.owners}>
      {!context.hideLeader && (
        <>
          <Link
            to="/don-vi/$unitCode/lanh-dao/$leaderId"
            params={{ unitCode: context.progress.unit.code, leaderId: assignment.leader.id }}
            search={{ ky: context.ky }}
          >
            {assignment.leader.name}
          </Link>
          {' · '}
        </>
      )}
      {assignment.leadBodies.map(({ name }) => name).join('; ')}
    </div>
  )
}

export function Tags({ item, context }: PartProps) {
  const tags = tagsOf(item, context.progress.plan, context.commonFlags)
  if (tags.length === 0) return null
  return (
    <ul className={styles.tags}>
      {tags.map(({ text, tone }) => (
        <li key={text} data-tone={tone}>
          {text}
        </li>
      ))}
    </ul>
  )
}

/** What the plan asks for, on a line that has no result to show yet. */
export function PrintedTargets({ item }: { item: ProgressItem }) {
  if (item.value !== null) return null
  const targets = item.targets.filter(({ kind }) => kind !== 'none')
  return (
    <p className={styles.printed}>
      {targets.map(({ milestone, text }) => (
        <span key={milestone}>
          {milestone}: <b>{text}</b>
        </span>
      ))}
    </p>
  )
}

/** The figure, the quarter it was measured in, and what it changed. */
export function Value({ item, context }: PartProps) {
  const value = valueText(item)
  const change = changeText(item, context.progress.asOf)
  if (value === undefined) return <span className={styles.none}>–</span>
  return (
    <>
      <span className={styles.figure}>{value}</span>
      {change && (
        <span className={styles.change} data-down={change.down || undefined}>
          <span className="visually-hidden">So với quý trước: </span>
          {change.text}
        </span>
      )}
      {item.period && <span className={styles.beneath}>{periodLabel(item.period)}</span>}
    </>
  )
}

/** What is missing to the next milestone. Without a value there is no gap, and none is claimed. */
export function Gap({ item }: { item: ProgressItem }) {
  const gap = gapText(item)
  if (!gap) return <span className={styles.none}>–</span>
  return (
    <>
      <span className={gap.missing ? styles.figure : styles.met}>{gap.missing ? gap.text : 'Đã đạt'}</span>
      {gap.missing && <span className={styles.beneath}>{differenceUnit(item)}</span>}
      {gap.surplus && <span className={styles.beneath}>vượt {gap.surplus}</span>}
    </>
  )
}

export function Needed({ item }: { item: ProgressItem }) {
  const { neededPerQuarter } = item.pace
  if (neededPerQuarter === null || !item.next) return <span className={styles.none}>–</span>
  return (
    <>
      <span className={styles.figure}>
        {item.comparator === 'greaterThan' && 'dưới '}
        {formatDistance(neededPerQuarter)} {differenceUnit(item)}
      </span>
      <span className={styles.beneath}>mỗi quý để kịp {item.next.milestone}</span>
    </>
  )
}

/** Gap and pace as a sentence, for a card. */
export function gapSentence(item: ProgressItem): string | undefined {
  const gap = gapText(item)
  if (!gap || !item.next) return undefined
  if (!gap.missing) {
    const surplus = gap.surplus ? `, vượt ${gap.surplus} ${differenceUnit(item)}` : ''
    return `Đã đạt mốc ${item.next.milestone}${surplus}`
  }
  const { neededPerQuarter } = item.pace
  const missing = `Còn thiếu ${gap.text} ${item.unitOfMeasure === '%' ? 'điểm phần trăm' : item.unitOfMeasure}`
  if (neededPerQuarter === null) return `${missing} so với mốc ${item.next.milestone}`
  const needed = `${formatDistance(neededPerQuarter)} ${differenceUnit(item)}`
  return `${missing}, cần thêm ${needed} mỗi quý để kịp ${item.next.milestone}`
}

/** What a line does not show: the printed name, the persons, all milestones. */
export function IndicatorDetail({ item, context }: PartProps) {
  const { assignment, targets, pace, unitOfMeasure } = item
  return (
    <dl className={styles.detail}>
      <div>
        <dt>Tên in trong kế hoạch</dt>
        <dd>{item.name}</dd>
      </div>
      <div>
        <dt>Phân công</dt>
        <dd>
          {assignment
            ? `Chỉ đạo: ${assignment.leader.name} (${assignment.leader.position}). Chủ trì: ${assignment.responsibleOfficer}. Cơ quan theo dõi, đánh giá: ${assignment.leadBody}.`
            : 'Chưa phân công'}
        </dd>
      </div>
      <div>
        <dt>Các mốc</dt>
        <dd>
          <ul className={styles.milestones}>
            {targets.map(({ milestone, text, gap, verdict }) => (
              <li key={milestone}>
                <strong>{milestone}</strong> {text === '-' ? 'không đặt' : text}
                {verdict && <span>, {uncapitalize(verdictLabels[verdict])}</span>}
                {gap !== null && gap > 0 && !verdict && (
                  <span>, thiếu {formatDifference(gap, unitOfMeasure)}</span>
                )}
              </li>
            ))}
          </ul>
        </dd>
      </div>
      {pace.expected !== null && (
        <div>
          <dt>Mức cần có tại {uncapitalize(periodLabel(context.progress.asOf))}</dt>
          <dd>{valueText({ ...item, value: pace.expected, comparator: null })}</dd>
        </div>
      )}
    </dl>
  )
}
