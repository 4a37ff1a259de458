import { quarterLabel } from '../quarter.ts'
import { uncapitalize } from '../text.ts'
import type { AnnexRow, ReportContent } from './report.ts'
import { nextReportPeriod, reportPeriodInText, reportPeriodLabel } from './report-period.ts'

/** A row of the annex as a template lays it out. */
export type PlacesOfRow = {
  so: string
  ten: string
  dvt: string
  muc_tieu_1: string
  muc_tieu_2: string
  ky_truoc: string
  ky_nay: string
  so_voi_muc_tieu: string
  trang_thai: string
  chu_tri: string
  ghi_chu: string
}

/** A group of indicators: a part of section II, and rows of the annex. */
export type PlacesOfGroup = {
  ma: string
  so_muc: string
  ten_nhom: string
  ket_qua: string[]
  chi_tieu: PlacesOfRow[]
}

/** What stands in the named places of a report's template: a text, or lines that repeat the paragraph of their place. */
export type ReportPlaces = {
  dau: string
  co_quan_chu_quan: string[]
  co_quan_ban_hanh: string[]
  ky_hieu: string
  dia_danh: string
  nam: string
  ky: string
  KY: string
  KY_TOI: string
  don_vi: string
  co_quan: string
  kinh_gui: string[]
  kinh_gui_nhieu_noi: string[]
  noi_gui: string[]
  mo_dau: string[]
  chi_dao: string[]
  danh_gia_chung: string[]
  kho_khan: string[]
  phuong_huong: string[]
  kien_nghi: string[]
  ket_thuc: string
  noi_nhan: string[]
  chuc_vu: string[]
  nguoi_ky: string
  moc_1: string
  moc_2: string
  dau_cot_ky_truoc: string
  dau_cot_ky_nay: string
  nhom: PlacesOfGroup[]
}

/** The places that only the making of a report fills: the code in squares, and what stands under it. */
export type ProofPlaces = 'ma_qr' | 'kiem_chung'

export type PlaceName = keyof ReportPlaces | keyof PlacesOfGroup | keyof PlacesOfRow | ProofPlaces

type Place = {
  meaning: string
  /** Lines repeat their paragraph, a group what stands between `{#…}` and `{/…}`. */
  kind: 'text' | 'lines' | 'picture' | 'group'
  /** The group that the place has a meaning in. */
  within?: 'nhom' | 'chi_tieu'
  /** Without it a report would hide its figures, that it is a draft, or how it is checked. */
  isRequired?: true
}

/** The named places of a template, in the order of the paper; a template writes them as `{dau}`. */
export const templatePlaces: Record<PlaceName, Place> = {
  dau: { kind: 'text', isRequired: true, meaning: 'Dấu DỰ THẢO, DỮ LIỆU MINH HỌA (ở đầu trang)' },
  co_quan_chu_quan: { kind: 'lines', meaning: 'Cơ quan chủ quản' },
  co_quan_ban_hanh: { kind: 'lines', meaning: 'Cơ quan ban hành' },
  ky_hieu: { kind: 'text', meaning: 'Ký hiệu sau số văn bản' },
  dia_danh: { kind: 'text', meaning: 'Địa danh' },
  nam: { kind: 'text', meaning: 'Năm lập báo cáo' },
  ky: { kind: 'text', meaning: 'Kỳ báo cáo: “quý III năm 2026”' },
  KY: { kind: 'text', meaning: 'Kỳ báo cáo, chữ in hoa' },
  KY_TOI: { kind: 'text', meaning: 'Kỳ tiếp theo, chữ in hoa' },
  don_vi: { kind: 'text', meaning: 'Đơn vị: “phường Kiến An”' },
  co_quan: { kind: 'text', meaning: 'Ủy ban nhân dân của đơn vị' },
  kinh_gui: { kind: 'lines', meaning: 'Kính gửi, khi có một nơi' },
  kinh_gui_nhieu_noi: { kind: 'lines', meaning: 'Chữ “Kính gửi:”, khi có nhiều nơi' },
  noi_gui: { kind: 'lines', meaning: 'Các nơi kính gửi, khi có nhiều nơi' },
  mo_dau: { kind: 'lines', meaning: 'Câu mở đầu' },
  chi_dao: { kind: 'lines', meaning: 'Nội dung mục I' },
  danh_gia_chung: { kind: 'lines', isRequired: true, meaning: 'Đánh giá chung, viết từ số liệu' },
  nhom: { kind: 'group', isRequired: true, meaning: 'Lặp lại cho từng nhóm chỉ tiêu' },
  ma: { kind: 'text', within: 'nhom', meaning: 'Số La Mã của nhóm' },
  so_muc: { kind: 'text', within: 'nhom', meaning: 'Số thứ tự của nhóm trong mục II' },
  ten_nhom: { kind: 'text', within: 'nhom', meaning: 'Tên nhóm' },
  ket_qua: { kind: 'lines', within: 'nhom', isRequired: true, meaning: 'Kết quả của nhóm, viết từ số liệu' },
  kho_khan: { kind: 'lines', meaning: 'Nội dung mục III' },
  phuong_huong: { kind: 'lines', meaning: 'Nội dung mục IV' },
  kien_nghi: { kind: 'lines', meaning: 'Nội dung mục V' },
  ket_thuc: { kind: 'text', meaning: 'Câu kết' },
  noi_nhan: { kind: 'lines', meaning: 'Nơi nhận' },
  chuc_vu: { kind: 'lines', meaning: 'Quyền hạn, chức vụ người ký' },
  nguoi_ky: { kind: 'text', meaning: 'Họ tên người ký' },
  ma_qr: { kind: 'picture', isRequired: true, meaning: 'Mã QR để kiểm chứng báo cáo' },
  kiem_chung: { kind: 'lines', isRequired: true, meaning: 'Mã kiểm chứng bằng chữ' },
  moc_1: { kind: 'text', meaning: 'Năm của cột mục tiêu thứ nhất' },
  moc_2: { kind: 'text', meaning: 'Năm của cột mục tiêu thứ hai' },
  dau_cot_ky_truoc: { kind: 'text', meaning: 'Tên cột kỳ trước' },
  dau_cot_ky_nay: { kind: 'text', meaning: 'Tên cột kỳ này' },
  chi_tieu: {
    kind: 'group',
    within: 'nhom',
    isRequired: true,
    meaning: 'Lặp lại dòng bảng cho từng chỉ tiêu',
  },
  so: { kind: 'text', within: 'chi_tieu', isRequired: true, meaning: 'Số chỉ tiêu' },
  ten: { kind: 'text', within: 'chi_tieu', isRequired: true, meaning: 'Tên chỉ tiêu' },
  dvt: { kind: 'text', within: 'chi_tieu', meaning: 'Đơn vị tính' },
  muc_tieu_1: { kind: 'text', within: 'chi_tieu', meaning: 'Mục tiêu của năm thứ nhất' },
  muc_tieu_2: { kind: 'text', within: 'chi_tieu', meaning: 'Mục tiêu của năm thứ hai' },
  ky_truoc: { kind: 'text', within: 'chi_tieu', meaning: 'Kết quả kỳ trước' },
  ky_nay: { kind: 'text', within: 'chi_tieu', isRequired: true, meaning: 'Kết quả kỳ này' },
  so_voi_muc_tieu: { kind: 'text', within: 'chi_tieu', meaning: 'So với mục tiêu kế tiếp' },
  trang_thai: { kind: 'text', within: 'chi_tieu', isRequired: true, meaning: 'Trạng thái' },
  chu_tri: { kind: 'text', within: 'chi_tieu', meaning: 'Cơ quan chủ trì' },
  ghi_chu: { kind: 'text', within: 'chi_tieu', meaning: 'Nguồn, ghi chú' },
}

/** Where nobody has written anything, the gap stays visible. */
const leftOpen = '…………………………………………………………'
const draftMark = 'DỰ THẢO'

/** The words of a report for the places of its template. The number, the day and the signature stay blank for the clerk. */
export function reportPlaces({ figures, settings, sections }: ReportContent): ReportPlaces {
  const { period, unitName, takenOn, planNote, milestones } = figures
  const periodText = reportPeriodInText(period)
  const committee = `Ủy ban nhân dân ${unitName}`
  const addressees = linesOf(settings.addressees).map(withoutSign)
  const columns = annexColumns(figures)
  const [firstYear = '', secondYear = ''] = milestones.map(String)
  return {
    dau: marksOf(figures).join(' - '),
    co_quan_chu_quan: linesOf(settings.superior),
    co_quan_ban_hanh: linesOf(settings.issuer),
    ky_hieu: settings.symbol,
    dia_danh: settings.placeName,
    nam: takenOn.slice(0, 4),
    ky: periodText,
    KY: periodText.toLocaleUpperCase('vi'),
    KY_TOI: reportPeriodInText(nextReportPeriod(period)).toLocaleUpperCase('vi'),
    don_vi: unitName,
    co_quan: committee,
    kinh_gui: addressees.length === 1 ? [`Kính gửi: ${addressees[0]}.`] : [],
    kinh_gui_nhieu_noi: addressees.length > 1 ? ['Kính gửi:'] : [],
    noi_gui: addressees.length > 1 ? listed(addressees) : [],
    mo_dau: [openingSentence(figures, settings.basis, committee)],
    chi_dao: paragraphsOf(sections.direction),
    danh_gia_chung: [
      ...figures.summary,
      ...(planNote ? [planNote] : []),
      'Số liệu chi tiết tại Phụ lục kèm theo.',
    ],
    kho_khan: paragraphsOf(sections.difficulties),
    phuong_huong: paragraphsOf(sections.plan),
    kien_nghi: paragraphsOf(sections.requests),
    ket_thuc: `Trên đây là báo cáo kết quả thực hiện các chỉ tiêu Nghị quyết số 57-NQ/TW ${periodText} của ${committee}./.`,
    noi_nhan: recipientsOf(settings.recipients, settings.addressees !== ''),
    chuc_vu: [settings.authority, ...linesOf(settings.signerTitle)].filter(Boolean),
    nguoi_ky: settings.signerName,
    moc_1: firstYear,
    moc_2: secondYear,
    dau_cot_ky_truoc: columns[5] ?? '',
    dau_cot_ky_nay: columns[6] ?? '',
    nhom: figures.groups.map(({ code, name, sentences }, index) => ({
      ma: code,
      so_muc: String(index + 2),
      ten_nhom: name,
      ket_qua: sentences.map((sentence) => `- ${sentence}`),
      chi_tieu: figures.annex.filter(({ groupCode }) => groupCode === code).map(placesOfRow),
    })),
  }
}

/** The lines around the annex where it stands alone, as in a workbook. */
export function annexHeading({ figures, settings }: ReportContent): {
  marks: string[]
  title: string
  enclosedWith: string
  columns: string[]
} {
  const { period, takenOn, unitName } = figures
  return {
    marks: marksOf(figures),
    title: `KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NGHỊ QUYẾT SỐ 57-NQ/TW ${reportPeriodInText(period).toLocaleUpperCase('vi')}`,
    enclosedWith: `(Kèm theo Báo cáo số         /${settings.symbol} ngày        tháng        năm ${takenOn.slice(0, 4)} của Ủy ban nhân dân ${unitName})`,
    columns: annexColumns(figures),
  }
}

function openingSentence(
  { period, window, takenOn }: ReportContent['figures'],
  basis: string,
  committee: string,
): string {
  const carriedOut = basis ? `Thực hiện ${basis.replace(/[.;,]+$/, '')}, ` : ''
  // What is made before the window closes cannot hold figures of its last days.
  const days =
    takenOn < window.to
      ? `số liệu đến ngày ${dayInText(takenOn)}`
      : `số liệu tính từ ngày ${dayInText(window.from)} đến ngày ${dayInText(window.to)}`
  return `${carriedOut}${committee} báo cáo kết quả thực hiện các chỉ tiêu ${reportPeriodInText(period)} (${days}) như sau:`
}

function marksOf({ isDraft, notice }: ReportContent['figures']): string[] {
  return [...(isDraft ? [draftMark] : []), ...(notice ? [notice] : [])]
}

function placesOfRow(row: AnnexRow): PlacesOfRow {
  const [first = '-', second = '-'] = row.targets
  return {
    so: String(row.number),
    ten: row.name,
    dvt: row.unitOfMeasure,
    muc_tieu_1: first,
    muc_tieu_2: second,
    ky_truoc: row.previous?.text ?? '-',
    ky_nay: row.current?.text ?? '-',
    so_voi_muc_tieu: row.toTarget || '-',
    trang_thai: row.status,
    chu_tri: row.leadBody,
    ghi_chu: row.note,
  }
}

/** "- Sở Tài chính;", the last with a full stop. */
function listed(names: readonly string[]): string[] {
  return names.map((name, index) => `- ${name}${index === names.length - 1 ? '.' : ';'}`)
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
  return listed([...(isSent ? ['Như trên'] : []), ...linesOf(text).map(withoutSign)])
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
