import { directionLabels, statusLabels, statusNote, unitTitle } from '@moc57/shared'
import { csv } from '../http/files/csv.ts'
import { directionHeading, flagsInWords, gapHeading, neededHeading } from './figure-words.ts'
import { milestonesOf, type ProgressExport, targetWords } from './progress-xlsx.ts'

/** One line an indicator. Numbers are plain (85.6), so that programs read them; `.xlsx` is for people. */
export function progressCsv({ unit, asOf, knownOn, notice, plan, items }: ProgressExport): string {
  const rows = items.map((item) => ({
    'Mã đơn vị': unit.code,
    'Đơn vị': unitTitle(unit),
    'Kỳ xem': asOf,
    'Theo số liệu có đến ngày': knownOn,
    Stt: item.number,
    Nhóm: item.groupCode,
    'Chỉ tiêu': item.name,
    'Đơn vị tính': item.unitOfMeasure,
    [directionHeading]: directionLabels[item.direction],
    ...Object.fromEntries(
      milestonesOf(items).map((year) => [
        `Năm ${year}`,
        targetWords(
          item.targets.find(({ milestone }) => milestone === year),
          plan,
        ),
      ]),
    ),
    'Kết quả': item.value,
    'So sánh': item.comparator && 'lớn hơn',
    'Kỳ số liệu': item.period,
    'Mốc kế tiếp': item.next?.milestone,
    [gapHeading]: item.next?.gap,
    [neededHeading]: item.pace.neededPerQuarter,
    'Trạng thái': statusLabels[item.status],
    'Lưu ý': [statusNote(item, asOf), flagsInWords(item.flags)].filter(Boolean).join('; '),
    'Đồng chí chỉ đạo': item.assignment?.directingLeader,
    'Cơ quan chủ trì': item.assignment?.leadBody,
    'Ghi chú dữ liệu': notice,
  }))
  return csv(rows)
}
