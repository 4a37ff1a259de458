import {
  type Output,
  outcomeLabels,
  quarterLabel,
  reviewSentence,
  statusLabels,
  unitTitle,
  type YearEnd,
  yearEndWords,
} from '@moc57/shared'
import type { readYearlyReview } from '@moc57/shared/api'
import type { CellValue } from 'hucre/xlsx'
import { csv } from '../http/files/csv.ts'
import { type OfficeSheet, officeWorkbook, type SheetColumn } from '../http/files/office-sheet.ts'
import { flagsInWords, gapOfYearHeading, resultInCell } from '../indicators/figure-words.ts'
import { planWords, rowsInGroups, unitInCapitals } from '../indicators/progress-xlsx.ts'

type Review = Output<typeof readYearlyReview>

/** One line an indicator, numbers plain. */
export function reviewCsv({ unit, year, isOver, items, notice }: Review): string {
  return csv(
    items.map((item) => ({
      'Mã đơn vị': unit.code,
      'Đơn vị': unitTitle(unit),
      Năm: year,
      'Tạm tính': isOver ? '' : 'đang thu số liệu',
      Stt: item.number,
      'Chỉ tiêu': item.name,
      'Đơn vị tính': item.unitOfMeasure,
      'Mục tiêu của năm': item.target?.text ?? null,
      'Mức cần có theo lộ trình': item.expected,
      'Kết quả': item.value,
      'So sánh': item.comparator && 'lớn hơn',
      'Kỳ số liệu': item.period,
      'Đánh giá': outcomeLabels[item.outcome],
      'Trạng thái': statusLabels[item.status],
      'Kỳ số liệu kết luận': item.judged?.period ?? null,
      'Số liệu kết luận': item.judged?.value ?? null,
      [gapOfYearHeading]: item.judged?.gap ?? null,
      'Lưu ý': flagsInWords(item.flags),
      'Ghi chú dữ liệu': notice,
    })),
  )
}

const columns: SheetColumn[] = [
  { title: 'Stt', width: 5, align: 'center' },
  { title: 'Chỉ tiêu', width: 46 },
  { title: 'Mục tiêu của năm', width: 18, align: 'right' },
  { title: 'Kết quả', width: 10, align: 'right' },
  { title: 'Kỳ số liệu', width: 13, align: 'center' },
  { title: 'Đánh giá', width: 17, align: 'center' },
  { title: 'Còn lại', width: 26 },
]

/** The review for print in the groups of the plan; the targets proposed to change stand on a sheet of their own. */
export function reviewWorkbook(review: Review): Promise<Buffer> {
  const { unit, year, isOver, groups, items, proposals, notice, plan } = review
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
          targetOfYear(item, plan),
          resultInCell(item),
          item.period && quarterLabel(item.period),
          outcomeLabels[item.outcome],
          yearEndWords(item, isOver),
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

/** What the plan prints for the year; the unit's own among the targets of a reference plan is marked. */
function targetOfYear({ target }: Pick<YearEnd, 'target'>, plan: Review['plan']): string {
  if (!target) return '-'
  return plan.source === 'reference' && target.source === 'own'
    ? `${target.text} (mục tiêu riêng)`
    : target.text
}
