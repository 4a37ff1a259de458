/** The abbreviations of the plan and of these pages, longest first so that "PCT TT" is not read as "PCT". */
const meanings: readonly (readonly [abbreviation: string, meaning: string])[] = [
  ['PCT TT', 'Phó Chủ tịch Thường trực'],
  ['PCT', 'Phó Chủ tịch'],
  ['UBND', 'Ủy ban nhân dân'],
  ['HĐND', 'Hội đồng nhân dân'],
  ['VP', 'Văn phòng'],
  ['VHXH', 'Văn hóa - Xã hội'],
  ['SKHCN', 'Sở Khoa học và Công nghệ'],
  ['KHCN', 'khoa học, công nghệ'],
  ['ĐMST', 'đổi mới sáng tạo'],
  ['CĐS', 'chuyển đổi số'],
  ['DVC', 'dịch vụ công'],
  ['TTHC', 'thủ tục hành chính'],
  ['LGSP', 'nền tảng tích hợp, chia sẻ dữ liệu dùng chung của tỉnh, thành phố'],
  ['R&D', 'nghiên cứu và phát triển'],
  ['GRDP', 'tổng sản phẩm trên địa bàn'],
  ['VNeID', 'ứng dụng định danh điện tử quốc gia'],
  ['STEM', 'khoa học, công nghệ, kỹ thuật và toán học'],
  ['NQ', 'nghị quyết'],
  ['TW', 'Trung ương'],
]

const byAbbreviation = new Map(meanings)
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}-])(${meanings.map(([abbreviation]) => abbreviation).join('|')})(?![\\p{L}\\p{N}-])`,
  'u',
)

export type TextPart = { text: string; meaning: string | undefined }

/** A text with its abbreviations apart, each with its meaning. */
export function explainedParts(text: string): TextPart[] {
  return text
    .split(pattern)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, meaning: byAbbreviation.get(part) }))
}

/** The abbreviations that texts use, each once, in the order of the list. */
export function abbreviationsIn(texts: readonly string[]): { abbreviation: string; meaning: string }[] {
  const used = new Set(texts.flatMap(explainedParts).map(({ text }) => text))
  return meanings.flatMap(([abbreviation, meaning]) =>
    used.has(abbreviation) ? [{ abbreviation, meaning }] : [],
  )
}
