import { formatDay, shiftDay, todayInVietnam } from '@moc57/shared'
import type { ReactNode } from 'react'
import { firstKnownDay } from '../lib/known-on.ts'
import { Callout } from './callout.tsx'
import { DateField } from './date-field.tsx'

type KnownFieldProps = { bietDen: string | undefined; onChange: (day: string | undefined) => void }

/** The day whose knowledge is shown; empty is today. */
export function KnownField({ bietDen, onChange }: KnownFieldProps) {
  return (
    <DateField
      label="Số liệu có đến ngày"
      inRow
      value={bietDen}
      active={bietDen !== undefined}
      min={firstKnownDay}
      max={shiftDay(todayInVietnam(new Date()), -1)}
      onChange={onChange}
    />
  )
}

/** What is shown of an earlier day, and what it is made of. */
export type SaidOfDay = { subject: string; scope: string }

const figures: SaidOfDay = {
  subject: 'số liệu',
  scope: 'chỉ gồm số đã duyệt và kế hoạch đã ghi nhận đến ngày đó',
}

type KnownNoteProps = {
  bietDen: string | undefined
  /** Back to what is known today. */
  onLeave: () => void
  said?: SaidOfDay | undefined
  children?: ReactNode
}

/** Says that the view is not of today's knowledge, and leads back. */
export function KnownNote({ bietDen, onLeave, said = figures, children }: KnownNoteProps) {
  if (!bietDen) return null
  return (
    <Callout tone="info">
      <p>
        Đang xem lại {said.subject} đến hết ngày <strong>{formatDay(bietDen)}</strong>: {said.scope}.{' '}
        {children}
        <button type="button" className="plain-button" onClick={onLeave}>
          Xem số liệu hiện nay
        </button>
      </p>
    </Callout>
  )
}
