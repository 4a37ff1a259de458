import { type MilestoneTarget, parseTarget } from '@moc57/shared'
import type { PlanItem } from '@moc57/shared/api'
import { longest } from '@moc57/shared/api'
import { useEffect, useId, useRef, useState } from 'react'
import { isSettled } from './plan-rows.ts'
import styles from './target-cell.module.css'
import { readingText } from './target-reading.ts'

type TargetCellProps = {
  item: PlanItem
  milestone: number
  isDrafted: boolean
  /** Beside the reference list it is the unit's own; what the list says instead, where that is known. */
  ownBeside: { reference: string | undefined } | undefined
  /** Takes what was typed; without it the target is only shown. */
  onChange: ((text: string) => void) | undefined
}

/** A target as printed; pressed it becomes a field, with what is typed read at once beneath. */
export function TargetCell({ item, milestone, isDrafted, ownBeside, onChange }: TargetCellProps) {
  const [isEditing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  const target = item.targets.find((candidate) => candidate.milestone === milestone)
  useEffect(() => {
    if (wasEditing.current && !isEditing) button.current?.focus({ preventScroll: true })
    wasEditing.current = isEditing
  }, [isEditing])

  if (onChange && isEditing) {
    return (
      <TargetField
        item={item}
        milestone={milestone}
        initial={target?.text ?? ''}
        onTake={(text) => {
          if (text !== null) onChange(text)
          setEditing(false)
        }}
      />
    )
  }
  const marks = <Marks target={target} item={item} isDrafted={isDrafted} ownBeside={ownBeside} />
  if (!onChange) {
    return (
      <>
        {target?.text}
        {marks}
      </>
    )
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.cell}
        aria-label={`Mục tiêu ${milestone}, chỉ tiêu ${nameOf(item)}: ${target?.text ?? 'chưa đặt'}. Sửa`}
        onClick={() => setEditing(true)}
      >
        {target?.text ?? <span aria-hidden="true">+</span>}
      </button>
      {marks}
    </>
  )
}

function nameOf({ number, shortName }: PlanItem): string {
  return number > 0 ? String(number) : shortName
}

type MarksProps = Pick<TargetCellProps, 'item' | 'isDrafted' | 'ownBeside'> & {
  target: MilestoneTarget | undefined
}

function Marks({ target, item, isDrafted, ownBeside }: MarksProps) {
  if (!target) return null
  const isUnread = target.kind === 'unread'
  return (
    <>
      {isUnread && <span className={styles.unread}>Chưa đọc được</span>}
      {isSettled(target, item) && (
        <span className={`soft ${styles.reading}`}>hiểu là {readingText(target, item)}</span>
      )}
      {isDrafted && !isUnread && (
        <span className={`soft ${styles.reading}`}>{readingText(target, item)}</span>
      )}
      {isDrafted && <span className={styles.drafted}>chưa ghi</span>}
      {!isDrafted && ownBeside && (
        <span className={styles.own}>
          riêng
          {ownBeside.reference !== undefined && (
            <span className="visually-hidden">, danh mục chung: {ownBeside.reference}</span>
          )}
        </span>
      )}
    </>
  )
}

type TargetFieldProps = {
  item: PlanItem
  milestone: number
  initial: string
  /** `null` leaves the target as it was. */
  onTake: (text: string | null) => void
}

function TargetField({ item, milestone, initial, onTake }: TargetFieldProps) {
  const [text, setText] = useState(initial)
  const field = useRef<HTMLInputElement>(null)
  const taken = useRef(false)
  const readingId = useId()
  useEffect(() => field.current?.select(), [])
  const take = (result: string | null) => {
    // Leaving the field takes it, and Enter and Esc leave the field as well.
    if (taken.current) return
    taken.current = true
    onTake(result === initial ? null : result)
  }
  return (
    <span className={styles.editing}>
      <input
        ref={field}
        className={styles.field}
        value={text}
        maxLength={longest.target}
        autoComplete="off"
        aria-label={`Mục tiêu ${milestone}, chỉ tiêu ${nameOf(item)}`}
        aria-describedby={readingId}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => take(text)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          // The cell gets the focus back, and must not be pressed by the same key.
          event.preventDefault()
          take(event.key === 'Enter' ? text : null)
        }}
      />
      <span id={readingId} role="status" className={styles.hint}>
        {readingText(parseTarget(text, item), item)}
      </span>
    </span>
  )
}
