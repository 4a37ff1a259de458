/**
 * Text as it is stored: Unicode NFC (Excel on a Mac gives NFD), no-break and thin spaces as spaces, every run of
 * white space as one, none at the ends.
 */
export function normalizeText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/**
 * Text as it is searched: without tone and vowel marks, đ as d, in lower case. NFD does not take đ apart. Two names
 * may fold to one text (Cẩm Giang, Cẩm Giàng), so a folded name is never a key.
 */
export function foldText(text: string): string {
  return normalizeText(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}

/**
 * The name of a body or a leader as it is compared: printed documents spell one body with "–", "-", " -" and write
 * "Đồng chí" and the office around a person's name.
 */
export function foldName(text: string): string {
  return foldText(text)
    .replace(/[\s\p{Pd}.,;]+/gu, ' ')
    .trim()
}

/** Vietnamese order of names (An, Áp, Ăn, Ấp, Dương, Đồ), with numbers by their value. */
export const vietnameseOrder = new Intl.Collator('vi', { numeric: true })

/** "phường Kiến An" at the start of a sentence. */
export function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/** Inside a sentence a status or a heading loses its capital: "Chậm" -> "chậm"; a word in capitals keeps it. */
export function uncapitalize(text: string): string {
  if (/^\p{Lu}{2}/u.test(text)) return text
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}
