import type { Measurement, MeasurementState } from '@moc57/shared'

export type HistoryRow = Measurement & {
  /** Whether this revision is the one that counts for its quarter. */
  counted: boolean
  /** A later revision of the same quarter stands above it. */
  replaced: boolean
}

export const stateLabels: Record<MeasurementState, string> = {
  draft: 'Nháp',
  submitted: 'Chờ duyệt',
  returned: 'Trả lại',
  approved: 'Đã duyệt',
  unverified: 'Chưa xác minh',
}

/** Every revision, the latest quarter and in it the latest revision first. */
export function historyRows(series: readonly Measurement[]): HistoryRow[] {
  const counts = ({ state }: Measurement) => state === 'approved' || state === 'unverified'
  const newestFirst = [...series].sort((a, b) => b.period.localeCompare(a.period) || b.revision - a.revision)
  return newestFirst.map((entry, index) => {
    const later = newestFirst.slice(0, index).filter(({ period }) => period === entry.period)
    return { ...entry, counted: counts(entry) && !later.some(counts), replaced: later.length > 0 }
  })
}

const moment = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

/** "08:02 05/03/2026", in the zone of Viet Nam. */
export function formatMoment(instant: string): string {
  const parts = Object.fromEntries(
    moment.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]),
  )
  return `${parts.hour}:${parts.minute} ${parts.day}/${parts.month}/${parts.year}`
}
