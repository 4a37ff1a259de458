import { normalizeText, uncapitalize } from '../text.ts'
import type { Direction, Indicator } from './indicator.ts'

/** The words of the offices for which way is better. */
export const directionLabels: Record<Direction, string> = {
  increase: 'Càng cao càng tốt',
  decrease: 'Càng thấp càng tốt',
}

/** "Hồ sơ trễ hạn (càng thấp càng tốt)"; nothing is added where more is better, as in all of Phụ lục 01. */
export function nameWithDirection({
  shortName,
  direction,
}: Pick<Indicator, 'shortName' | 'direction'>): string {
  return direction === 'increase' ? shortName : `${shortName} (${uncapitalize(directionLabels.decrease)})`
}

const fewerIsBetter =
  /(?<!\p{L})(?:trễ hạn|quá hạn|chậm muộn|tồn đọng|nghèo|thất nghiệp|bỏ học|tử vong|suy dinh dưỡng|tai nạn|vi phạm|khiếu nại|tố cáo|phản ánh|sự cố|thất thoát|hao hụt|ô nhiễm|thứ hạng|xếp hạng|thời gian (?:giải quyết|xử lý|chờ|thực hiện|trung bình|bình quân)|giảm|không quá|không vượt quá|tối đa)(?!\p{L})/iu

/** Good that the bad is undone: "hộ thoát nghèo", "phản ánh được trả lời", "tỷ lệ cắt giảm". */
const undone =
  /(?<!\p{L})(?:thoát nghèo|không (?:trễ|quá|chậm)(?: hạn)?(?= |$)(?<=hạn)|đúng hạn|trước hạn|được|(?:tỷ lệ|mức) (?:cắt )?giảm|khắc phục|phòng,? chống|hài lòng)(?!\p{L})/iu

/** Which way an indicator is likely to be better, by the words of its name; a person confirms it. */
export function proposedDirection(name: string): Direction {
  const words = normalizeText(name).replace(/(?<!\p{L})([Tt])ỉ(?!\p{L})/gu, '$1ỷ')
  return fewerIsBetter.test(words) && !undone.test(words) ? 'decrease' : 'increase'
}
