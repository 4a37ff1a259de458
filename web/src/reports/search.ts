import type { ReportKind } from '@moc57/shared'
import { z } from 'zod'

const words = { quy: 'quarter', 'nua-nam': 'half', nam: 'year' } as const satisfies Record<string, ReportKind>
type Word = keyof typeof words

/** `?loai=nua-nam&ban=12`: which report, and which of those that were made. What cannot be read is left out. */
export const ReportSearch = z.object({
  loai: z
    .enum(Object.keys(words) as [Word, ...Word[]])
    .optional()
    .catch(undefined),
  ban: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .optional()
    .catch(undefined),
})
export type ReportSearch = z.infer<typeof ReportSearch>

/** The kind of report that the address asks for. */
export function kindOf({ loai = 'quy' }: ReportSearch): ReportKind {
  return words[loai]
}

export const kindOptions: { value: Word; label: string }[] = [
  { value: 'quy', label: 'Báo cáo quý' },
  { value: 'nua-nam', label: 'Báo cáo 6 tháng' },
  { value: 'nam', label: 'Báo cáo năm' },
]

/** How the address names the kind of a report. */
export function kindWord(kind: ReportKind): Word | undefined {
  const word = (Object.keys(words) as Word[]).find((one) => words[one] === kind)
  return word === 'quy' ? undefined : word
}
