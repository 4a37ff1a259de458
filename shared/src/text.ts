/** What is in a text and cannot be seen: zero-width and direction marks, soft hyphens, byte order marks. */
export const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu

/**
 * Text as it is stored: Unicode NFC (Excel on a Mac gives NFD), nothing that cannot be seen, no-break and thin spaces
 * as spaces, every run of white space as one, none at the ends.
 */
export function normalizeText(text: string): string {
  return text.replace(invisible, '').normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** The digits and signs of East Asian keyboards as ordinary ones: "６５，５％" is "65,5%". */
export function withUsualWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
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

/** The codes that a table of words has, in its order. */
export function codesOf<K extends string>(words: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(words) as K[]
}

/** Vietnamese order of names (An, Áp, Ăn, Ấp, Dương, Đồ), with numbers by their value. */
export const vietnameseOrder = {
  compare: (a: string, b: string): number => {
    collator ??= new Intl.Collator('vi', { numeric: true })
    return collator.compare(a, b)
  },
}
/** Made when it is first needed: a page that sorts nothing does without. */
let collator: Intl.Collator | undefined

/** "phường Kiến An" at the start of a sentence. */
export function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/** Inside a sentence a status or a heading loses its capital: "Chậm" -> "chậm"; a word in capitals keeps it. */
export function uncapitalize(text: string): string {
  if (/^\p{Lu}{2}/u.test(text)) return text
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}
