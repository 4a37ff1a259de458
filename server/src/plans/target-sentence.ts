import { normalizeText } from '@moc57/shared'

/** An indicator with its target, read out of one sentence. */
export type TargetSentence = { name: string; text: string; unitOfMeasure: string }

const bound =
  '(?:(?:phấn đấu|đảm bảo|bảo đảm)\\s+)?(?:(?:đạt|giảm|xuống|còn|tăng lên|duy trì|ở mức|tỷ lệ)\\s+)*(?:tối thiểu|ít nhất|không dưới|không quá|không vượt quá|tối đa|trên|dưới|hơn|từ|đạt|xuống|còn|[≥≤><]=?)?'
const number = '\\d[\\d.,]*(?:\\s*(?:-|–|đến)\\s*\\d[\\d.,]*)?'
const share = new RegExp(`(?<![\\p{L}\\d.,/-])${bound}\\s*${number}\\s*[%‰](?:\\s*trở lên)?`, 'giu')
const count =
  /^(?:\p{L}+\s+){0,4}?(?<text>(?:tối thiểu|ít nhất|không dưới|không quá|tối đa|trên|dưới|từ|[≥≤><]=?)?\s*\d{1,6}(?![\d.,]*%)\s+(?<unit>mô hình|tổ công nghệ số|tổ|điểm|dịch vụ|người|lớp|hội nghị|doanh nghiệp|hợp tác xã|sản phẩm|cuộc|thôn|hộ|hồ sơ|cơ sở|đơn vị|chuyên mục|nền tảng|ứng dụng|camera|thủ tục|ha|km))(?!\p{L})\s*(?<rest>.*)$/iu
const opening =
  /^(?:(?:phấn đấu|đến|trong|hết|trước)\s+)*(?:hết\s+)?(?:năm|ngày)?\s*(?:\d{1,2}\/\d{1,2}\/)?20\d\d\s*[,:]\s*/iu
const verbs = /^(?:phấn đấu|đảm bảo|bảo đảm|giảm|tăng|nâng|duy trì|có|đưa)\s+/iu

/**
 * The target in a sentence such as "Tối thiểu 90% hồ sơ được xử lý trực tuyến" or "Giảm tỷ lệ hồ sơ trễ hạn xuống dưới
 * 1%"; `undefined` where there is none, or it is not clear which of several numbers it is.
 */
export function readTargetSentence(sentence: string): TargetSentence | undefined {
  const words = normalizeText(sentence)
    .replace(/\s+/gu, ' ')
    .replace(opening, '')
    .replace(/[.;]\s*$/, '')
  const done = /^hoàn thành\s+(?<name>\D{4,})$/iu.exec(words)?.groups?.name
  if (done) return { name: done.trim(), text: 'Hoàn thành', unitOfMeasure: 'có/chưa' }
  const shares = [...words.matchAll(share)]
  const [first] = shares
  if (first && shares.length === 1) {
    const rest = `${words.slice(0, first.index)} ${words.slice(first.index + first[0].length)}`
    return sentenceOf(rest, first[0], first[0].includes('‰') ? '‰' : '%')
  }
  if (shares.length > 0) return undefined
  const { text = '', unit = '', rest = '' } = count.exec(words)?.groups ?? {}
  // "4.0" and "5G" are names; another count is another target.
  if (text === '' || /(?<![\p{L}\d.])\d+(?![\d.]*\d|\p{L})/u.test(rest)) return undefined
  return sentenceOf(`${unit} ${rest}`, text, unit.toLowerCase())
}

function sentenceOf(rest: string, text: string, unitOfMeasure: string): TargetSentence | undefined {
  const name = rest
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(verbs, '')
    .replace(/^[,:–-]\s*|[\s,:–-]+$/g, '')
  return name.length < 4 ? undefined : { name, text: normalizeText(text), unitOfMeasure }
}
