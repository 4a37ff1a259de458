import type { EntryRow } from '@moc57/shared/api'
import type { FileRow } from '../../http/uploads/file-rows.ts'
import { nearestNamed } from '../../http/uploads/indicator-names.ts'
import type { StoredQuarter } from './stored-quarter.ts'

/** Which indicator a row means: certainly one, likely one, none that is known, or none at all. */
export type MeantIndicator =
  | { kind: 'certain'; row: EntryRow }
  | { kind: 'likely'; row: EntryRow; question: string }
  | { kind: 'unknown'; question: string }
  | { kind: 'refused'; detail: string }

/**
 * By its exact name, whatever its number: many lists count anew in each group. By its number alone only where the file
 * has no names, or in our template, whose numbers are locked. Anything else is asked.
 */
export function indicatorOfRow(row: FileRow, quarter: StoredQuarter, hasNames: boolean): MeantIndicator {
  const { number, name, seen } = row
  const numbered = number === null ? undefined : quarter.rows.get(number)
  if (!hasNames) {
    return numbered
      ? { kind: 'certain', row: numbered }
      : {
          kind: 'refused',
          detail: number === null ? missingNumber : `Kế hoạch không có chỉ tiêu số ${number}.`,
        }
  }
  const named = name === '' ? [] : quarter.named(name)
  if (seen !== null && numbered) {
    if (named.includes(numbered) || named.length === 0) return { kind: 'certain', row: numbered }
    return {
      kind: 'refused',
      detail: `Số thứ tự là ${number} nhưng tên là của chỉ tiêu ${named[0]?.number}.`,
    }
  }
  const exact = named.length > 1 && numbered && named.includes(numbered) ? [numbered] : named
  if (exact.length === 1 && exact[0]) return { kind: 'certain', row: exact[0] }
  if (name === '') {
    return numbered
      ? {
          kind: 'likely',
          row: numbered,
          question: `Dòng không có tên, chỉ có số thứ tự ${number}. Có phải chỉ tiêu này không?`,
        }
      : { kind: 'refused', detail: missingNumber }
  }
  const near = nearestNamed(name, [...quarter.rows.values()])
  return near
    ? {
        kind: 'likely',
        row: near,
        question: 'Tên trong tệp gần giống tên chỉ tiêu này. Có phải cùng một chỉ tiêu không?',
      }
    : {
        kind: 'unknown',
        question: 'Tên trong tệp không có trong kế hoạch. Chọn chỉ tiêu, hoặc bỏ qua dòng này.',
      }
}

const missingNumber = 'Không nhận ra chỉ tiêu: thiếu số thứ tự, và tên không có trong kế hoạch.'
