import type { TargetKind } from './target.ts'

/**
 * What the words before the number of a target say. `filler` says nothing; `from` opens a floor or a range; `down`
 * is a fall to a level and `left` what is left of it, both of a decreasing indicator alone; `rank` and `group` count from the top, a group
 * only where its object says so.
 */
export type Phrase =
  | 'filler'
  | Extract<TargetKind, 'atLeast' | 'moreThan' | 'atMost' | 'lessThan'>
  | 'from'
  | 'down'
  | 'left'
  | 'rank'
  | 'group'

const phrases: Record<Phrase, readonly string[]> = {
  filler: [
    ...[
      'đạt',
      'đạt mức',
      'đạt tỷ lệ',
      'tỷ lệ',
      'tỷ lệ đạt',
      'ở mức',
      'mức',
      'đạt ở mức',
      'chiếm',
      'là',
      'có',
    ],
    ...['duy trì', 'duy trì ở mức', 'giữ vững', 'giữ', 'giữ ở mức', 'phải', 'phải đạt', 'bảo đảm', 'đảm bảo'],
    ...['hoàn thành', 'khống chế', 'khống chế ở mức'],
  ],
  atLeast: [
    ...['≥', 'ít nhất', 'tối thiểu', 'không dưới', 'không thấp hơn', 'không ít hơn', 'không nhỏ hơn'],
    ...['lớn hơn hoặc bằng', 'tối thiểu từ', 'ít nhất từ'],
  ],
  moreThan: ['>', 'trên', 'hơn', 'lớn hơn'],
  atMost: [
    ...['≤', 'không quá', 'tối đa', 'không vượt quá', 'không vượt', 'không trên', 'không cao hơn'],
    ...['không lớn hơn', 'không nhiều hơn', 'nhỏ hơn hoặc bằng'],
  ],
  lessThan: ['<', 'dưới', 'ít hơn', 'nhỏ hơn'],
  from: ['từ'],
  down: [
    ...[
      'giảm còn',
      'giảm xuống',
      'giảm xuống còn',
      'xuống',
      'xuống còn',
      'hạ xuống',
      'hạ xuống còn',
      'hạ còn',
    ],
    ...['kéo giảm còn', 'kéo giảm xuống', 'kéo giảm xuống còn'],
  ],
  left: ['còn', 'chỉ còn'],
  rank: ['top', 'thuộc top', 'trong top', 'nằm trong top'],
  group: ['nhóm', 'thuộc nhóm', 'trong nhóm', 'nằm trong nhóm', 'thuộc tốp', 'trong tốp'],
}

/** Longest first, so that "không dưới" is not taken for "dưới". */
const byLength = Object.entries(phrases)
  .flatMap(([phrase, wordings]) => wordings.map((words) => ({ phrase: phrase as Phrase, words })))
  .sort((a, b) => b.words.length - a.words.length)

/** The phrase that the text, in lower case, opens with, and how long it is; a word is never cut in two. */
export function phraseAt(text: string): { phrase: Phrase; length: number } | undefined {
  const found = byLength.find(
    ({ words }) =>
      text.startsWith(words) && (/[≥≤<>]/u.test(words) || !/^\p{L}/u.test(text.slice(words.length))),
  )
  return found && { phrase: found.phrase, length: found.words.length }
}

export type Binding = Exclude<Phrase, 'filler' | 'left' | 'down'> | 'reach'

/**
 * How the phrases before a number bind it, fillers left out; `undefined` where together they say nothing certain:
 * "tối đa từ", "giảm dưới", two floors.
 */
export const bindings: Record<string, Binding | undefined> = {
  '': 'reach',
  atLeast: 'atLeast',
  moreThan: 'moreThan',
  atMost: 'atMost',
  lessThan: 'lessThan',
  from: 'from',
  rank: 'rank',
  group: 'group',
  down: 'atMost',
  'down from': 'from',
  'down atMost': 'atMost',
  'down lessThan': 'lessThan',
  left: 'reach',
  'left from': 'from',
  'left atMost': 'atMost',
  'left lessThan': 'lessThan',
}

/** With these an object is more than what the number is counted on: another level, a change, a year, a remainder. */
export const alienInObject =
  /(?<!\p{L})(?:trở lên|trở xuống|tăng|giảm|gấp|so với|khoảng|trong đó|riêng|ít nhất|tối thiểu|tối đa|không quá|phấn đấu|còn lại|hoặc|[ivx]+)(?!\p{L})|[\d%‰;:≥≤<>~≈±+=]/iu

/** An object does not begin like this; what does is another unit, a second target or a rate of change. */
export const alienObjectStart =
  /^(?:[/,.\-–"“”']|(?:và|hoặc|đến|tới|hằng năm|hàng năm|mỗi năm|một năm|năm|quý|điểm|lần)(?!\p{L}))/iu

/** Bounds and changes that a bracket may hold, which then says more than the number before it. */
export const alienInBracket =
  /(?<!\p{L})(?:trở lên|trở xuống|tăng|giảm|còn|đạt|từ|trên|dưới|hơn|quá|khoảng|ít nhất|tối thiểu|tối đa|gấp|lần|năm|quý|so với|phấn đấu)(?!\p{L})|[%‰≥≤<>~≈±]|(?<!\d)20[2-5]\d(?!\d)/iu

/** "không có chỉ tiêu" is not a target of zero. */
export const notCounted =
  /^(?:chỉ tiêu|mục tiêu|kế hoạch|số liệu|dữ liệu|chủ trương|nhiệm vụ|yêu cầu|quy định|nội dung|đánh giá|thông tin|thay đổi|biến động|phát sinh|căn cứ|đối tượng)(?!\p{L})/iu
