import {
  type Output,
  outcomeLabel,
  periodLabel,
  reviewSentence,
  unitTitle,
  type YearEnd,
  yearlyTargetText,
} from '@moc57/shared'
import type { readYearlyReview } from '@moc57/shared/api'
import type { CellValue } from 'hucre/xlsx'
import { csv } from './csv.ts'
import { flagsInWords, resultInCell } from './figure-words.ts'
import { type OfficeSheet, officeWorkbook, type SheetColumn } from './office-sheet.ts'
import { planWords, rowsInGroups, unitInCapitals } from './progress-xlsx.ts'

type Review = Output<typeof readYearlyReview>

/** One line an indicator, numbers plain. */
export function reviewCsv({ unit, year, isOver, items, notice }: Review): string {
  return csv(
    items.map(
      ({ number, name, unitOfMeasure, target, value, comparator, period, flags, outcome, difference }) => ({
        'Mã đơn vị': unit.code,
        'Đơn vị': unitTitle(unit),
        Năm: year,
        'Tạm tính': isOver ? '' : 'tạm tính',
        Stt: number,
        'Chỉ tiêu': name,
        'Đơn vị tính': unitOfMeasure,
        'Phải đạt': target?.bound ?? null,
        Mốc: target?.milestone ?? null,
        'Mục tiêu của mốc': target?.text ?? null,
        'Kết quả': value,
        'So sánh': comparator && 'lớn hơn',
        'Kỳ số liệu': period,
        'Đánh giá': outcomeLabel(outcome),
        'Vượt (âm là thiếu)': difference,
        'Lưu ý': flagsInWords(flags),
        'Ghi chú dữ liệu': notice,
      }),
    ),
  )
}

const columns: SheetColumn[] = [
  { title: 'Stt', width: 5, align: 'center' },
  { title: 'Chỉ tiêu', width: 46 },
  { title: 'Phải đạt', width: 14, align: 'right' },
  { title: 'Căn cứ', width: 22 },
  { title: 'Kết quả', width: 10, align: 'right' },
  { title: 'Kỳ số liệu', width: 13, align: 'center' },
  { title: 'Đánh giá', width: 17, align: 'center' },
  { title: 'Vượt (+), thiếu (-)', width: 11, align: 'right' },
]

/** The review for print in the groups of the plan; the targets proposed to change stand on a sheet of their own. */
export function reviewWorkbook(review: Review): Promise<Buffer> {
  const { unit, year, groups, items, proposals, notice, plan } = review
  const groupNames = new Map(groups.map(({ code, name }) => [code, name]))
  const nameOf = new Map(items.map(({ number, name }) => [number, name]))
  const sheets: OfficeSheet[] = [
    {
      name: `Năm ${year}`,
      title: `ĐÁNH GIÁ KẾT QUẢ NĂM ${year} CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW CỦA ${unitInCapitals(unit)}`,
      note: `${reviewSentence(review)} ${planWords(plan)}`,
      notice,
      columns,
      rows: rowsInGroups(
        items,
        ({ groupCode }) => ({ code: groupCode, name: groupNames.get(groupCode) ?? '' }),
        (item): CellValue[] => [
          item.number,
          item.name,
          yearlyTargetText(item),
          basisOf(item.target, plan),
          resultInCell(item),
          item.period && periodLabel(item.period),
          outcomeLabel(item.outcome),
          item.difference,
        ],
      ),
    },
  ]
  if (proposals.length > 0) {
    sheets.push({
      name: 'Đề xuất',
      title: `ĐỀ XUẤT SỬA MỤC TIÊU SAU ĐÁNH GIÁ NĂM ${year} CỦA ${unitInCapitals(unit)}`,
      note: 'Đề xuất được đồng ý thì thành mục tiêu từ ngày có hiệu lực; các kỳ trước giữ mục tiêu cũ.',
      notice,
      columns: proposalColumns,
      rows: proposals.map(({ number, milestone, before, text, reason, decision }): CellValue[] => [
        number,
        nameOf.get(number) ?? '',
        String(milestone),
        before,
        text,
        reason,
        decision ? (decision.isAccepted ? 'Đã đồng ý' : 'Không đồng ý') : 'Chờ quyết định',
        decision?.reason ?? null,
      ]),
    })
  }
  return officeWorkbook(`Đánh giá năm ${year} ${unitTitle(unit)}`, sheets)
}

const proposalColumns: SheetColumn[] = [
  { title: 'Stt', width: 5, align: 'center' },
  { title: 'Chỉ tiêu', width: 40 },
  { title: 'Mốc', width: 8, align: 'center' },
  { title: 'Mục tiêu đang có', width: 16, align: 'center' },
  { title: 'Mục tiêu đề xuất', width: 16, align: 'center' },
  { title: 'Lý do', width: 34 },
  { title: 'Quyết định', width: 14, align: 'center' },
  { title: 'Ý kiến', width: 24 },
]

/** What was asked of the year comes from: a milestone of the year itself, or the path to the next one. */
function basisOf(target: YearEnd['target'], plan: Review['plan']): string {
  if (!target) return ''
  const own = plan.source === 'reference' && target.source === 'own' ? ', mục tiêu riêng' : ''
  return target.kind === 'milestone'
    ? `mốc ${target.milestone}${own}`
    : `trên đường đến mốc ${target.milestone} (${target.text})${own}`
}
