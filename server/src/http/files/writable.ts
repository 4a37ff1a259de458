/** What XML 1.0 has no place for: control characters, U+FFFE and U+FFFF. One of them, and no program opens the file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** What is to stand in a file of Word or Excel, with every text in it free of what XML cannot hold. */
export function writable<Content>(content: Content): Content {
  return without(content) as Content
}

function without(content: unknown): unknown {
  if (typeof content === 'string') return content.toWellFormed().replace(unwritable, '')
  if (Array.isArray(content)) return content.map(without)
  if (content === null || typeof content !== 'object' || content instanceof Date) return content
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, without(value)]))
}
