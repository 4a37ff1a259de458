import {
  boundOf,
  formatDay,
  formatLevel,
  gapInWords,
  quarterLabel,
  statusNote,
  verdictLabels,
} from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { judgedText, quarterText } from '../../lib/figures.ts'
import { uncapitalize } from '../../lib/text.ts'
import { Explained } from '../../ui/abbreviations.tsx'
import { StatusMark } from '../status-mark.tsx'
import styles from './indicator-parts.module.css'
import type { ListContext } from './list-context.ts'
import { changeText, gapCell, itemValueText, neededCell, tagsOf } from './wording.ts'

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
        <Explained text={item.shortName} />
      </Link>
      <span className="print-only">{item.name}</span>
    </>
  )
}

/** Who has it in hand, and what is to be remarked. */
export function About({ item, context, short = false }: PartProps & { short?: boolean }) {
  return (
    <div className="row">
      <Owners item={item} context={context} short={short} />
      <Tags item={item} context={context} />
    </div>
  )
}

/**
 * Who directs it and which body follows it, in short only the first that the page does not name; nothing where the
 * unit has named nobody (the page says so once).
 */
function Owners({ item, context, short }: PartProps & { short: boolean }) {
  const { assignment } = item
  if (!assignment) return null
  const withBodies = !short || context.hideLeader
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
          {withBodies && ' · '}
        </>
      )}
      {withBodies && assignment.leadBodies.map(({ name }) => name).join('; ')}
    </div>
  )
}

function Tags({ item, context }: PartProps) {
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

/** Where an indicator is known differently today than on the chosen day: both, in words. */
export function Difference({ item, context }: PartProps) {
  const known = context.differs.get(item.number)
  const { knownOn } = context.progress
  if (!known || !knownOn) return null
  return (
    <p className={styles.difference}>
      Đến {formatDay(knownOn)}: {known.onDay}. <b>Hiện nay: {known.today}.</b>
    </p>
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

/** The figure, what it changed, and the quarter it was measured in where that is an earlier one. */
export function Value({ item, context }: PartProps) {
  const value = itemValueText(item)
  const change = changeText(item, context.progress.asOf)
  if (value === undefined) return <span className={styles.none}>–</span>
  return (
    <>
      <span className={styles.figure}>{value}</span>
      {change && (
        <span className={styles.change} data-worse={change.worse || undefined}>
          <span className="visually-hidden">So với quý trước: </span>
          {change.text}
        </span>
      )}
      {item.period && item.period !== context.progress.asOf && (
        <span className={styles.beneath}>{quarterLabel(item.period)}</span>
      )}
    </>
  )
}

/** The status, and beneath it what keeps it from being misread: why nothing is judged, or "sát mức cần có". */
export function Standing({ item, context }: PartProps) {
  const note = statusNote(item, context.progress.asOf)
  return (
    <>
      <StatusMark status={item.status} />
      {note && <span className={styles.beneath}>{note}</span>}
    </>
  )
}

/** What is left of the next milestone. Without a value there is no gap, and none is claimed. */
export function Gap({ item }: { item: ProgressItem }) {
  const gap = gapCell(item)
  if (!gap) return <span className={styles.none}>–</span>
  return (
    <>
      <span className={gap.isMet ? styles.met : styles.figure}>{gap.text}</span>
      {[gap.beyond, ...gap.notes].map(
        (note) =>
          note && (
            <span key={note} className={styles.beneath}>
              {note}
            </span>
          ),
      )}
    </>
  )
}

export function Needed({ item }: { item: ProgressItem }) {
  const needed = neededCell(item)
  return <span className={needed ? styles.figure : styles.none}>{needed ?? '–'}</span>
}

/** What a line does not show: the printed name, the persons, all milestones. */
export function IndicatorDetail({ item, context }: PartProps) {
  const { assignment, targets, pace, unitOfMeasure } = item
  const group = context.progress.groups.find(({ code }) => code === item.groupCode)
  return (
    <dl className={styles.detail}>
      <div>
        <dt>Tên ghi trong kế hoạch</dt>
        <dd>{item.name}</dd>
      </div>
      {group && (
        <div>
          <dt>Nhóm</dt>
          <dd>
            {group.code}. {group.name}
          </dd>
        </div>
      )}
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
            {targets.map(({ milestone, text, kind, gap, verdict, judged, ...bounds }) => (
              <li key={milestone}>
                <strong>{milestone}</strong> {kind === 'none' ? 'không đặt' : text}
                {verdict && <span>, {uncapitalize(verdictLabels[verdict])}</span>}
                {judged && (
                  <span>
                    {' '}
                    ({judgedText(judged, bounds, { ...item, comparator: comparatorOf(item, judged) })})
                  </span>
                )}
                {gap !== null && gap > 0 && !verdict && (
                  <span>, {gapInWords(gap, item, boundOf(bounds, item.direction))}</span>
                )}
              </li>
            ))}
          </ul>
        </dd>
      </div>
      {pace.expected !== null && (
        <div>
          <dt>Mức cần có tại {quarterText(item.period ?? context.progress.asOf)}</dt>
          <dd>{formatLevel(pace.expected, unitOfMeasure, item.value)}</dd>
        </div>
      )}
    </dl>
  )
}

/** How the figure that a milestone was judged on is known, where it is the present one. */
function comparatorOf({ period, comparator }: ProgressItem, judged: { period: string }) {
  return judged.period === period ? comparator : null
}
