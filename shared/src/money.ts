import { z } from 'zod'
import { formatNumber } from './format.ts'
import { normalizeText } from './text.ts'

const mostDigits = 15

/** Money in đồng: whole, not negative, with 15 digits at most, so that a JSON number keeps it exact. */
export const Money = z
  .int('Số tiền là số nguyên, tính bằng đồng, không quá 15 chữ số')
  .min(0, 'Số tiền không thể âm')
  .max(10 ** mostDigits - 1, 'Số tiền không quá 15 chữ số')
  .meta({ description: 'In đồng', example: 1_250_000_000 })

/** What is wrong with an amount as it was typed. */
export const moneyProblems = {
  negative: 'Số tiền không thể âm.',
  tooLong: 'Số tiền quá lớn: không quá 15 chữ số, tính bằng đồng.',
  fraction: 'Số tiền không ra đồng chẵn; hãy kiểm tra lại phần thập phân.',
  ambiguous: 'Đọc được hai cách. Hãy viết “1,25 triệu” hoặc “1.250 triệu”.',
  unreadable: 'Chưa đọc được số tiền. Viết như 1.250.000.000 hoặc 1.250 triệu.',
} as const
export type MoneyProblem = keyof typeof moneyProblems

const unitNames: Record<string, bigint> = {
  '': 1n,
  k: 1000n,
  nghìn: 1000n,
  ngàn: 1000n,
  triệu: 1_000_000n,
  tr: 1_000_000n,
  tỷ: 1_000_000_000n,
  tỉ: 1_000_000_000n,
}

/**
 * Reads an amount of money as offices type it: "1.250.000.000", "1 250 000 000 đ", "1.250 triệu đồng", "1,25 tỷ".
 * Money in đồng has no decimals, so "1.234" is 1234 đồng and not ambiguous as it is for a figure. Before triệu and
 * tỷ a dot before three digits parts thousands and a comma parts decimals; a comma before exactly three digits
 * ("1,250 triệu") is read both ways by people and refused.
 */
export function parseMoney(typed: string): number | MoneyProblem {
  const text = normalizeText(typed).toLowerCase().replace('−', '-')
  const match = /^(-?)([\d., ]*\d)\s*(k|nghìn|ngàn|triệu|tr|tỷ|tỉ)?\s*(?:đồng|vnđ|vnd|đ|₫)?$/u.exec(text)
  if (!match) return 'unreadable'
  const [, sign, digits = '', unit = ''] = match
  const amount = unit === '' ? wholeDigits(digits) : decimalDigits(digits)
  if (typeof amount === 'string') return amount
  if (sign === '-') return 'negative'
  const scaled = amount.n * (unitNames[unit] ?? 1n)
  if (scaled % amount.d !== 0n) return 'fraction'
  const dong = scaled / amount.d
  return dong.toString().length > mostDigits ? 'tooLong' : Number(dong)
}

type Amount = { n: bigint; d: bigint }

/** Digits with thousands parted in threes by one kind of sign, or not parted. */
function wholeDigits(text: string): Amount | MoneyProblem {
  if (/^\d+$/.test(text) || /^\d{1,3}([., ])\d{3}(\1\d{3})*$/.test(text))
    return { n: BigInt(text.replace(/\D/g, '')), d: 1n }
  return /^\d{1,3}(\.\d{3})*,\d+$|^\d+[.,]\d+$/.test(text) ? 'fraction' : 'unreadable'
}

function decimalDigits(text: string): Amount | MoneyProblem {
  if (/^[1-9]\d{0,2},\d{3}$/.test(text)) return 'ambiguous'
  const match =
    /^(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d+))?$/.exec(text) ?? /^(\d+)\.(\d{1,2}|\d{4,})$/.exec(text)
  if (!match) return 'unreadable'
  const [, whole = '', places = ''] = match
  return { n: BigInt(whole.replace(/\D/g, '') + places), d: 10n ** BigInt(places.length) }
}

/** "1.250.000.000 đồng" */
export function formatMoney(dong: number | bigint): string {
  return `${formatNumber(dong, 0)} đồng`
}
