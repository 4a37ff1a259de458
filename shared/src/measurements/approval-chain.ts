import { quarterLabel } from '../quarter.ts'

/**
 * What does not fit in the chain of a unit: a link (`content`, `order`), a row that it speaks of (`figure`, `state`,
 * `evidence`, `event`, `report`, `plan`), or a row that no link speaks of (`unchained`, `unchainedReport`).
 */
export const chainBreakKinds = [
  'content',
  'order',
  'figure',
  'state',
  'evidence',
  'event',
  'plan',
  'report',
  'unchained',
  'unchainedReport',
] as const
export type ChainBreakKind = (typeof chainBreakKinds)[number]

/** Where the chain of a unit breaks first. */
export type ChainBreak = {
  unitCode: string
  /** The link, from 1; `null` for a row that stands in none. */
  sequence: number | null
  kind: ChainBreakKind
  /** Of the indicator. */
  number: number | null
  period: string | null
  /** Instant of the link, ISO 8601. */
  at: string | null
}

const words: Record<ChainBreakKind, string> = {
  content: 'nội dung mắt xích không khớp mã băm của nó',
  order: 'mắt xích không nối tiếp mắt xích trước',
  figure: 'số liệu đã duyệt bị sửa hoặc bị xóa trong cơ sở dữ liệu',
  state: 'dấu vết trình, duyệt của số liệu bị sửa',
  evidence: 'thông tin tài liệu kèm theo bị sửa',
  event: 'nhật ký trình, duyệt của quý bị sửa',
  plan: 'mục tiêu của kế hoạch bị sửa',
  report: 'báo cáo đã lập bị sửa hoặc bị xóa',
  unchained: 'có số liệu mang dấu đã duyệt nhưng không qua duyệt trong phần mềm',
  unchainedReport: 'có báo cáo không do phần mềm lập',
}

/** "Mắt xích 3: số liệu đã duyệt bị sửa … (chỉ tiêu 7, Quý III/2026)" */
export function chainBreakText({ sequence, kind, number, period }: ChainBreak): string {
  const where = [
    number !== null && `chỉ tiêu ${number}`,
    period && (/^\d{4}-Q[1-4]$/.test(period) ? quarterLabel(period) : period),
  ]
    .filter(Boolean)
    .join(', ')
  return `${sequence === null ? 'Ngoài chuỗi' : `Mắt xích ${sequence}`}: ${words[kind]}${where && ` (${where})`}.`
}
