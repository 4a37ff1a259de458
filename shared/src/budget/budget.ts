import { z } from 'zod'

/** What a line of the ledger is for: khoa học công nghệ, đổi mới sáng tạo, chuyển đổi số. */
export const BudgetField = z.enum(['science', 'innovation', 'digital'])
export type BudgetField = z.infer<typeof BudgetField>

/** The kinds of spending of the plan of xã Gia Phúc (II.2), and one for what fits none of them. */
export const BudgetKind = z.enum([
  'training',
  'modelsAndTransfer',
  'equipment',
  'software',
  'communityTeams',
  'communication',
  'other',
])
export type BudgetKind = z.infer<typeof BudgetKind>

export const budgetFieldLabels: Record<BudgetField, string> = {
  science: 'Khoa học, công nghệ',
  innovation: 'Đổi mới sáng tạo',
  digital: 'Chuyển đổi số',
}

export const budgetKindLabels: Record<BudgetKind, string> = {
  training: 'Tập huấn, bồi dưỡng',
  modelsAndTransfer: 'Mô hình thử nghiệm, chuyển giao',
  equipment: 'Thiết bị, hạ tầng',
  software: 'Phần mềm, nền tảng',
  communityTeams: 'Tổ công nghệ số cộng đồng',
  communication: 'Tuyên truyền',
  other: 'Nội dung khác',
}

/** Indicator 6 of the reference plan: the share of spending for KHCN, ĐMST, CĐS in all spending of the unit. */
export const budgetIndicator = 6

/** What an amount is: dự toán, đã phân bổ, đã giải ngân. */
export const BudgetBasis = z.enum(['planned', 'allocated', 'disbursed'])
export type BudgetBasis = z.infer<typeof BudgetBasis>

export const budgetBasisLabels: Record<BudgetBasis, string> = {
  planned: 'Dự toán',
  allocated: 'Đã phân bổ',
  disbursed: 'Đã giải ngân',
}

const amount = z
  .int()
  .nullable()
  .meta({ description: 'In đồng; null where nothing is known, which is not 0' })

/** A line of a unit's ledger as it stands in one revision. Line 0 is the total of all spending. */
export const BudgetLine = z
  .object({
    line: z.int(),
    revision: z.int(),
    field: BudgetField.nullable().meta({ description: 'null for the total' }),
    kind: BudgetKind.nullable().meta({ description: 'null for the total' }),
    title: z.string().nullable().meta({ description: 'null for the total' }),
    planned: amount,
    allocated: amount,
    disbursed: amount,
    source: z.string().nullable(),
    reason: z.string().nullable().meta({ description: 'Why an earlier revision was replaced or removed' }),
    isRemoved: z.boolean(),
    by: z.string(),
    at: z.string().meta({ description: 'Instant in ISO 8601' }),
  })
  .meta({ id: 'BudgetLine' })
export type BudgetLine = z.infer<typeof BudgetLine>

/** Why the ledger yields no figure: "no line yet" is no data and never 0 %. */
export const BudgetGap = z.enum(['noLines', 'incomplete', 'noTotal', 'zeroTotal', 'exceeds'])
export type BudgetGap = z.infer<typeof BudgetGap>

/** Numerator and denominator of indicator 6 in đồng, or why there are none. */
export const BudgetShare = z
  .object({
    numerator: amount,
    denominator: amount,
    gap: BudgetGap.nullable(),
  })
  .meta({ id: 'BudgetShare' })
export type BudgetShare = z.infer<typeof BudgetShare>

type Amounts = Record<BudgetBasis, number | null>

/** Summed exactly; `null` where nothing is known, and where the sum has more digits than a number keeps exact. */
export function budgetSum(lines: readonly Amounts[], basis: BudgetBasis): number | null {
  const known = lines.flatMap((line) => line[basis] ?? [])
  const sum = known.reduce((total, dong) => total + BigInt(dong), 0n)
  return known.length === 0 || sum > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(sum)
}

/** What a ledger yields for indicator 6. Both counts are of one basis: disbursed money against disbursed money. */
export function budgetShare(
  total: Amounts | null,
  lines: readonly Amounts[],
  basis: BudgetBasis,
): BudgetShare {
  const numerator = budgetSum(lines, basis)
  const denominator = total?.[basis] ?? null
  return { numerator, denominator, gap: gapOf() }

  function gapOf(): BudgetGap | null {
    if (lines.every((line) => line[basis] === null)) return 'noLines'
    if (lines.some((line) => line[basis] === null)) return 'incomplete'
    if (denominator === null) return 'noTotal'
    if (denominator === 0) return 'zeroTotal'
    return numerator === null || numerator > denominator ? 'exceeds' : null
  }
}
