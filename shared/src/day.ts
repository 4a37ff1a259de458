import { z } from 'zod'

/** A calendar day as `2026-11-22`, from the first year of the plans to the last that periods reach. */
export const Day = z.iso
  .date('Ngày viết theo mẫu 2026-11-22')
  .refine((day) => day >= '2025-01-01' && day <= '2050-12-31', {
    error: 'Ngày phải trong khoảng từ 01/01/2025 đến 31/12/2050',
  })
  .meta({ description: 'A day in Viet Nam', example: '2026-11-22' })

/**
 * A day as people in Viet Nam type it (5/3/2026, 05-03-2026, 05032026), or as it is stored; `undefined` where it is
 * none of these or no such day is in the calendar.
 */
export function readDay(text: string): string | undefined {
  const typed = text.trim()
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(typed) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(typed) ??
    []
  const stored = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed
  const time = /^\d{4}-\d{2}-\d{2}$/.test(stored) ? Date.parse(`${stored}T00:00:00Z`) : Number.NaN
  // A day that no month has is read by some engines as one of the next.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(stored) ? stored : undefined
}
