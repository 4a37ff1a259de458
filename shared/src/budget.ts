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
