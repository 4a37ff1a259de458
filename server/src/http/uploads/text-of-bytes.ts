import { startsWith } from './zip.ts'

const littleEndian = [0xff, 0xfe]
const bigEndian = [0xfe, 0xff]

/** Whether the bytes say of themselves that they are UTF-16. */
export function isUtf16(bytes: Uint8Array): boolean {
  return startsWith(bytes, littleEndian) || startsWith(bytes, bigEndian)
}

/** The text of a file, by what its first bytes say and in UTF-8 otherwise; `undefined` where it is in neither. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  const encoding = startsWith(bytes, littleEndian)
    ? 'utf-16le'
    : startsWith(bytes, bigEndian)
      ? 'utf-16be'
      : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
