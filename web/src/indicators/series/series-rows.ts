import type { Measurement, MeasurementState } from '@moc57/shared'
import { uncapitalize } from '../../lib/text.ts'

export type SeriesRow = Measurement & {
  /** Whether this revision is the one that counts for its quarter. */
  counted: boolean
  /** A later revision of the same quarter stands above it. */
  replaced: boolean
}

export const stateLabels: Record<MeasurementState, string> = {
  draft: 'Nháp',
  submitted: 'Chờ duyệt',
  returned: 'Trả lại',
  approved: 'Đã duyệt',
  unverified: 'Chưa xác minh',
}

/** Every revision, the latest quarter and in it the latest revision first. */
export function seriesRows(series: readonly Measurement[]): SeriesRow[] {
  const counts = ({ state }: Measurement) => state === 'approved' || state === 'unverified'
  const newestFirst = [...series].sort((a, b) => b.period.localeCompare(a.period) || b.revision - a.revision)
  return newestFirst.map((entry, index) => {
    const later = newestFirst.slice(0, index).filter(({ period }) => period === entry.period)
    return { ...entry, counted: counts(entry) && !later.some(counts), replaced: later.length > 0 }
  })
}

/** The document a figure comes from, with its kind: an unverified figure is quoted from a report. */
export function sourceText({ source, state }: Pick<Measurement, 'source' | 'state'>): string {
  if (!source) return 'Không ghi nguồn'
  return state === 'unverified' && !/^(báo cáo|kế hoạch)\s/iu.test(source)
    ? `Báo cáo ${uncapitalize(source)}`
    : source
}

/** Who recorded a figure; the names that the program itself records under are put in words. */
export function recorderText(recordedBy: string): string {
  if (recordedBy === 'seeds') return 'Nhập sẵn từ báo cáo'
  return recordedBy === 'sample' ? 'Chương trình tạo' : recordedBy
}
