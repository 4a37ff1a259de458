import { quarterLabel } from '../quarter.ts'
import { uncapitalize } from '../text.ts'
import type { ReportContent, ReportSection } from './report.ts'
import { nextReportPeriod, reportPeriodInText, reportPeriodLabel } from './report-period.ts'

/** A part of the body: a heading in capitals, and paragraphs, some under a title of their own. */
export type DocumentSection = {
  heading: string
  parts: { title: string | null; paragraphs: string[] }[]
}

/** A report as its form has it (Nghị định 30/2020/NĐ-CP, Phụ lục I), in words; documents only lay it out. */
export type ReportDocument = {
  /** Stand on every page: DỰ THẢO, DỮ LIỆU MINH HỌA. */
  marks: string[]
  superior: string[]
  issuer: string[]
  number: string
  placeAndDay: string
  title: string
  /** In lines. */
  subject: string[]
  addressees: string[]
  opening: string[]
  sections: DocumentSection[]
  closing: string
  recipients: string[]
  authority: string[]
  signerName: string
  annex: { label: string; title: string; enclosedWith: string; columns: string[] }
}

/** Where nobody has written anything, the gap stays visible. */
const leftOpen = '…………………………………………………………'
const draftMark = 'DỰ THẢO'

const nationalTitle = {
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
} as const

export { nationalTitle }

/** The words of a report in their places. The number, the day and the signature stay blank for the clerk. */
export function reportDocument({ figures, settings, sections }: ReportContent): ReportDocument {
  const { period, unitName, takenOn, window, planNote, notice } = figures
  const year = takenOn.slice(0, 4)
  const committee = `Ủy ban nhân dân ${unitName}`
  const periodText = reportPeriodInText(period)
  const basis = settings.basis ? `Thực hiện ${settings.basis.replace(/[.;,]+$/, '')}, ` : ''
  const blankDay = `ngày        tháng        năm ${year}`
  const free = (section: ReportSection) => [{ title: null, paragraphs: paragraphsOf(sections[section]) }]
  return {
    marks: [...(figures.isDraft ? [draftMark] : []), ...(notice ? [notice] : [])],
    superior: linesOf(settings.superior),
    issuer: linesOf(settings.issuer),
    number: `Số:         /${settings.symbol}`,
    placeAndDay: `${settings.placeName}, ${blankDay}`,
    title: 'BÁO CÁO',
    subject: [
      'Kết quả thực hiện các chỉ tiêu Nghị quyết số 57-NQ/TW',
      `${periodText} trên địa bàn ${unitName}`,
    ],
    addressees: linesOf(settings.addressees).map(withoutSign),
    opening: [
      `${basis}${committee} báo cáo kết quả thực hiện các chỉ tiêu ${periodText} (số liệu tính từ ngày ${dayInText(window.from)} đến ngày ${dayInText(window.to)}) như sau:`,
    ],
    sections: [
      { heading: 'I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH', parts: free('direction') },
      {
        heading: 'II. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU',
        parts: [
          {
            title: '1. Đánh giá chung',
            paragraphs: [
              ...figures.summary,
              ...(planNote ? [planNote] : []),
              'Số liệu chi tiết tại Phụ lục kèm theo.',
            ],
          },
          ...figures.groups.map(({ name, sentences }, index) => ({
            title: `${index + 2}. ${name}`,
            paragraphs: sentences.map((sentence) => `- ${sentence}`),
          })),
        ],
      },
      { heading: 'III. KHÓ KHĂN, VƯỚNG MẮC VÀ NGUYÊN NHÂN', parts: free('difficulties') },
      {
        heading: `IV. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM ${reportPeriodInText(nextReportPeriod(period)).toLocaleUpperCase('vi')}`,
        parts: free('plan'),
      },
      { heading: 'V. ĐỀ XUẤT, KIẾN NGHỊ', parts: free('requests') },
    ],
    closing: `Trên đây là báo cáo kết quả thực hiện các chỉ tiêu Nghị quyết số 57-NQ/TW ${periodText} của ${committee}./.`,
    recipients: recipientsOf(settings.recipients, settings.addressees !== ''),
    authority: [settings.authority, ...linesOf(settings.signerTitle)].filter(Boolean),
    signerName: settings.signerName,
    annex: {
      label: 'Phụ lục',
      title: `KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW ${periodText.toLocaleUpperCase('vi')}`,
      enclosedWith: `(Kèm theo Báo cáo số         /${settings.symbol} ${blankDay} của ${committee})`,
      columns: annexColumns(figures),
    },
  }
}

/** The heads of the annex, above the fields of an `AnnexRow` in their order. */
function annexColumns({ milestones, period, previousPeriod }: ReportContent['figures']): string[] {
  return [
    'Stt',
    'Chỉ tiêu',
    'ĐVT',
    ...milestones.map((year) => `Mục tiêu năm ${year}`),
    previousPeriod ? `Kỳ trước (đến ${uncapitalize(quarterLabel(previousPeriod))})` : 'Kỳ trước',
    `Kỳ này (${uncapitalize(reportPeriodLabel(period))})`,
    'So với mục tiêu kế tiếp',
    'Trạng thái',
    'Cơ quan chủ trì',
    'Nguồn, ghi chú',
  ]
}

/** "- Như trên;" first where there is somebody the report is sent to; a full stop at the last. */
function recipientsOf(text: string, isSent: boolean): string[] {
  const names = [...(isSent ? ['Như trên'] : []), ...linesOf(text).map(withoutSign)]
  return names.map((name, index) => `- ${name}${index === names.length - 1 ? '.' : ';'}`)
}

function withoutSign(line: string): string {
  return line.replace(/^[-–+•]\s*/, '').replace(/[;.,]+$/, '')
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
}

function paragraphsOf(text: string): string[] {
  const lines = linesOf(text)
  return lines.length > 0 ? lines : [leftOpen]
}

/** A line of section III that an accepted explanation offers. */
export function explanationLine(explanation: {
  number: number
  shortName: string
  cause: string
  measure: string
  doneBy: string
}): string {
  const { number, shortName, cause, measure, doneBy } = explanation
  const told = (text: string) =>
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[.;,]+$/, '')
  return `- Chỉ tiêu ${number}. ${shortName}: ${told(cause)}. Giải pháp: ${told(measure)}; thời hạn hoàn thành: ${dayInText(doneBy)}.`
}

/** "15/6/2026", "05/01/2026": days below 10 and the months 1 and 2 have a zero before them, so that nobody adds one. */
function dayInText(day: string): string {
  const [year, month, date] = day.split('-')
  return `${date}/${Number(month) > 2 ? Number(month) : month}/${year}`
}
