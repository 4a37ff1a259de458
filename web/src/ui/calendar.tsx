import { shiftDay, todayInVietnam } from '@moc57/shared'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import styles from './calendar.module.css'

type CalendarProps = {
  day: string | undefined
  min?: string | undefined
  max?: string | undefined
  onPick: (day: string) => void
  onClose: () => void
}

const weekdays = [
  ['T2', 'thứ Hai'],
  ['T3', 'thứ Ba'],
  ['T4', 'thứ Tư'],
  ['T5', 'thứ Năm'],
  ['T6', 'thứ Sáu'],
  ['T7', 'thứ Bảy'],
  ['CN', 'Chủ nhật'],
] as const

/** How far each key goes: days, or months. */
const steps: Record<string, { days: number } | { months: number }> = {
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
  ArrowUp: { days: -7 },
  ArrowDown: { days: 7 },
  PageUp: { months: -1 },
  PageDown: { months: 1 },
}

/** A month to pick a day from, weeks from Monday; arrows, Page Up and Page Down walk it. */
export default function Calendar({ day, min, max, onPick, onClose }: CalendarProps) {
  const today = todayInVietnam(new Date())
  const [cursor, setCursor] = useState(() => within(day ?? today, min, max))
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = panel
    if (current) showBeside(current)
    return () => current?.hidePopover()
  }, [])
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>(`[data-day="${cursor}"]`)?.focus()
  }, [cursor])
  const go = (to: string) => setCursor(within(to, min, max))
  const handleKey = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    go('days' in step ? shiftDay(cursor, step.days) : shiftMonth(cursor, step.months))
  }
  const month = (label: string, by: number, sign: string) => (
    <button
      type="button"
      className={styles.step}
      aria-label={label}
      onClick={() => go(shiftMonth(cursor, by))}
    >
      {sign}
    </button>
  )
  return (
    <div
      ref={panel}
      popover="auto"
      role="dialog"
      aria-label="Lịch"
      className={styles.calendar}
      onToggle={({ newState }) => newState === 'closed' && onClose()}
    >
      <div className={styles.month}>
        {month('Tháng trước', -1, '‹')}
        <b aria-live="polite">
          Tháng {Number(cursor.slice(5, 7))} năm {cursor.slice(0, 4)}
        </b>
        {month('Tháng sau', 1, '›')}
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons in it */}
      <div className={styles.days} onKeyDown={handleKey}>
        {weekdays.map(([short, long]) => (
          <abbr key={short} title={long}>
            {short}
          </abbr>
        ))}
        {daysOfMonth(cursor).map((one, place) => (
          <button
            key={one}
            type="button"
            data-day={one}
            style={place === 0 ? { gridColumn: weekdayOf(one) } : undefined}
            tabIndex={one === cursor ? 0 : -1}
            aria-label={dayInWords(one)}
            aria-pressed={one === day}
            aria-current={one === today ? 'date' : undefined}
            disabled={(min !== undefined && one < min) || (max !== undefined && one > max)}
            onClick={() => {
              onPick(one)
              onClose()
            }}
          >
            {Number(one.slice(8))}
          </button>
        ))}
      </div>
    </div>
  )
}

function within(day: string, min: string | undefined, max: string | undefined): string {
  if (min && day < min) return min
  return max && day > max ? max : day
}

function daysOfMonth(day: string): string[] {
  const first = `${day.slice(0, 7)}-01`
  return Array.from({ length: 31 }, (_, index) => shiftDay(first, index)).filter((one) =>
    one.startsWith(day.slice(0, 7)),
  )
}

/** The same day of another month, or its last one. */
function shiftMonth(day: string, by: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + by
  const first = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
  const days = daysOfMonth(first)
  return days[Number(day.slice(8)) - 1] ?? days.at(-1) ?? day
}

/** "5 tháng 3 năm 2026" */
function dayInWords(day: string): string {
  return `${Number(day.slice(8))} tháng ${Number(day.slice(5, 7))} năm ${day.slice(0, 4)}`
}

/** 1 for Monday to 7 for Sunday. */
function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** Below the field that it belongs to, or above it where there is no room. */
function showBeside(panel: HTMLElement): void {
  const field = panel.parentElement?.getBoundingClientRect()
  panel.showPopover()
  if (!field) return
  const { width, height } = panel.getBoundingClientRect()
  const below = field.bottom + 4
  const top = below + height <= innerHeight ? below : Math.max(8, field.top - height - 4)
  panel.style.top = `${top}px`
  panel.style.left = `${Math.max(8, Math.min(field.left, innerWidth - width - 8))}px`
}
