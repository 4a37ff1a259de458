/** "phường Kiến An" at the start of a sentence. */
export function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

/** Inside a sentence a status or a heading loses its capital: "Chậm" -> "chậm"; a word in capitals keeps it. */
export function uncapitalize(text: string): string {
  if (/^\p{Lu}{2}/u.test(text)) return text
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}

/** A rise or fall with its sign: "+1,2", "−0,5". */
export function withSign(value: number, formatted: string): string {
  return value < 0 ? formatted.replace(/^-/, '−') : `+${formatted}`
}
