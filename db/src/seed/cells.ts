import { ambiguousNumber, parseVietnameseNumber, Quarter, valuePlaces } from '@moc57/shared'
import { z } from 'zod'

/** How the cells of the seed files are read. An empty cell is `null` where it may be empty. */

export const words = z.string().min(1, 'không được để trống')
export const wordsOrEmpty = z.string().transform((cell) => cell || null)

export const unitCode = z.string().regex(/^\d{5}$/, 'mã đơn vị hành chính gồm đúng 5 chữ số')
export const indicatorNumber = wholeNumber(1, 999, 'số thứ tự là số nguyên từ 1')
export const milestone = wholeNumber(2025, 2050, 'mốc là một năm từ 2025 đến 2050')

export const quarter = z.string().refine((cell) => Quarter.safeParse(cell).success, {
  error: 'kỳ báo cáo viết theo mẫu 2025-Q3, từ 2025-Q1 đến 2050-Q4',
})

/** A day or a month, as far as the document prints it. */
export const dayOrMonth = z
  .string()
  .regex(/^(\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'ngày viết theo mẫu 2025-10-21 hoặc 2025-10')
  .transform((cell) => cell || null)

/** Whether a number fits a column of ten-thousandths. */
function isStorable(value: number): boolean {
  return value <= 1e9 && Number(value.toFixed(valuePlaces)) === value
}

export const number = z.string().transform((cell, context) => {
  const read = parseVietnameseNumber(cell)
  if (read === ambiguousNumber) return refuse(context, 'số này đọc được hai cách; hãy viết 1234 hoặc 1,2340')
  if (read === undefined || read < 0) return refuse(context, 'không đọc được thành số không âm')
  if (!isStorable(read)) return refuse(context, `quá lớn hoặc có nhiều hơn ${valuePlaces} chữ số thập phân`)
  return read
})

export const numberOrEmpty = z
  .string()
  .transform((cell) => (cell === '' ? null : cell))
  .pipe(number.nullable())

export function oneOf<Word extends string>(options: readonly Word[]) {
  return z.string().pipe(z.enum(options, `phải là ${options.join(' hoặc ')}`))
}

export function oneOfOrEmpty<Word extends string>(options: readonly Word[]) {
  return z
    .string()
    .transform((cell) => cell || null)
    .pipe(z.enum(options, `phải để trống hoặc là ${options.join(', ')}`).nullable())
}

export const listOfIds = z
  .string()
  .transform((cell) => cell.split(';').map((id) => id.trim()))
  .refine((ids) => ids.every((id) => id !== '') && new Set(ids).size === ids.length, {
    error: 'ghi một hoặc nhiều mã khác nhau, cách nhau bằng dấu chấm phẩy',
  })

export const listOfNumbers = listOfIds.pipe(z.array(indicatorNumber))

function wholeNumber(from: number, to: number, message: string) {
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .refine((value) => value >= from && value <= to, message)
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
