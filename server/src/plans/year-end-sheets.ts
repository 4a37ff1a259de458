import {
  type Output,
  outcomeLabels,
  statusLabels,
  unitTitle,
  type YearEnd,
  yearEndSentence,
  yearEndWords,
} from '@moc57/shared'
import type { readYearEnd } from '@moc57/shared/api'
import { type Column, csvOf, sheetOf } from '../http/files/columns.ts'
import { type OfficeSheet, officeWorkbook } from '../http/files/office-sheet.ts'
import { flagsInWords, gapOfYearHeading, resultInCell } from '../indicators/figure-words.ts'
import { planWords, rowsInGroups, unitInCapitals } from '../indicators/progress-sheets.ts'

type Answer = Output<typeof readYearEnd>

const columnsOf = ({ unit, year, isOver, plan, notice }: Answer): Column<Answer['items'][number]>[] => [
  { name: 'Mã đơn vị', value: () => unit.code },
  { name: 'Đơn vị', value: () => unitTitle(unit) },
  { name: 'Năm', value: () => year },
  { name: 'Tạm tính', value: () => (isOver ? '' : 'đang thu số liệu') },
  { name: 'Stt', width: 5, kind: 'word', value: ({ number }) => number },
  { name: 'Chỉ tiêu', width: 46, value: ({ name }) => name },
  { name: 'Đơn vị tính', value: ({ unitOfMeasure }) => unitOfMeasure },
  {
    name: 'Mục tiêu của năm',
    width: 18,
    kind: 'number',
    value: ({ target }) => target?.text,
    shown: (item) => targetOfYear(item, plan),
  },
  { name: 'Mức cần có theo lộ trình', value: ({ expected }) => expected },
  { name: 'Kết quả', width: 10, kind: 'number', value: ({ value }) => value, shown: resultInCell },
  { name: 'So sánh', value: ({ comparator }) => comparator && 'lớn hơn' },
  { name: 'Kỳ số liệu', width: 13, kind: 'quarter', value: ({ period }) => period },
  { name: 'Đánh giá', width: 17, kind: 'word', value: ({ outcome }) => outcomeLabels[outcome] },
  { name: 'Còn lại', width: 26, value: (item) => yearEndWords(item, isOver), inSheetOnly: true },
  { name: 'Trạng thái', value: ({ status }) => statusLabels[status] },
  { name: 'Kỳ số liệu kết luận', value: ({ judged }) => judged?.period },
  { name: 'Số liệu kết luận', value: ({ judged }) => judged?.value },
  { name: gapOfYearHeading, value: ({ judged }) => judged?.gap },
  { name: 'Lưu ý', value: ({ flags }) => flagsInWords(flags) },
  { name: 'Ghi chú dữ liệu', value: () => notice },
]

const proposalColumns = (items: Answer['items']): Column<Answer['proposals'][number]>[] => [
  { name: 'Stt', width: 5, kind: 'word', value: ({ number }) => number },
  {
    name: 'Chỉ tiêu',
    width: 40,
    value: ({ number }) => items.find((item) => item.number === number)?.name,
  },
  { name: 'Mốc', width: 8, kind: 'year', value: ({ milestone }) => milestone },
  { name: 'Mục tiêu đang có', width: 16, kind: 'word', value: ({ before }) => before },
  { name: 'Mục tiêu đề xuất', width: 16, kind: 'word', value: ({ text }) => text },
  { name: 'Lý do', width: 34, value: ({ reason }) => reason },
  {
    name: 'Quyết định',
    width: 14,
    kind: 'word',
    value: ({ decision }) =>
      decision ? (decision.isAccepted ? 'Đã đồng ý' : 'Không đồng ý') : 'Chờ quyết định',
  },
  { name: 'Ý kiến', width: 24, value: ({ decision }) => decision?.reason },
]

/** One line an indicator, numbers plain. */
export function yearEndCsv(yearEnd: Answer): string {
  return csvOf(columnsOf(yearEnd), yearEnd.items)
}

/** The year's end for print in the groups of the plan; the targets proposed to change stand on a sheet of their own. */
export function yearEndWorkbook(yearEnd: Answer): Promise<Buffer> {
  const { unit, year, groups, items, proposals, notice, plan } = yearEnd
  const groupNames = new Map(groups.map(({ code, name }) => [code, name]))
  const sheet = sheetOf(columnsOf(yearEnd), items)
  const sheets: OfficeSheet[] = [
    {
      name: `Năm ${year}`,
      title: `ĐÁNH GIÁ KẾT QUẢ NĂM ${year} CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW CỦA ${unitInCapitals(unit)}`,
      note: `${yearEndSentence(yearEnd)} ${planWords(plan)}`,
      notice,
      columns: sheet.columns,
      rows: rowsInGroups(items, sheet.rows, ({ groupCode }) => ({
        code: groupCode,
        name: groupNames.get(groupCode) ?? '',
      })),
    },
  ]
  if (proposals.length > 0) {
    sheets.push({
      name: 'Đề xuất',
      title: `ĐỀ XUẤT SỬA MỤC TIÊU SAU ĐÁNH GIÁ NĂM ${year} CỦA ${unitInCapitals(unit)}`,
      note: 'Đề xuất được đồng ý thì thành mục tiêu từ ngày có hiệu lực; các kỳ trước giữ mục tiêu cũ.',
      notice,
      ...sheetOf(proposalColumns(items), proposals),
    })
  }
  return officeWorkbook(`Đánh giá năm ${year} ${unitTitle(unit)}`, sheets)
}

/** What the plan prints for the year; the unit's own among the targets of a reference plan is marked. */
function targetOfYear({ target }: Pick<YearEnd, 'target'>, plan: Answer['plan']): string {
  if (!target) return '-'
  return plan.source === 'reference' && target.source === 'own'
    ? `${target.text} (mục tiêu riêng)`
    : target.text
}
