import { inflateSync } from 'node:zlib'
import { refused } from '../refuse.ts'

/** What the streams of text, lines and fonts of a file may unpack to: a hundred printed pages have a third of it. */
const mostContent = 24 * 1024 * 1024
/** The same of its pictures, which are unpacked one by one. */
const mostPictures = 128 * 1024 * 1024
const mostStreams = 5_000
/** How much of the file before a stream says what the stream is. */
const longestHead = 2_000

/**
 * Refuses a file whose streams unpack to more than a table needs, before any reader unpacks them: a few hundred bytes can
 * stand for gigabytes. What cannot be measured is refused as well.
 */
export function refuseTooLarge(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.includes('/Encrypt')) {
    throw refused('Tệp có mật khẩu', 'Tệp PDF được bảo vệ nên không đọc được. Hãy bỏ bảo vệ rồi gửi lại.')
  }
  const left = { content: mostContent, pictures: mostPictures }
  let streams = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue
    if (++streams > mostStreams) throw tooLarge()
    const before = file.subarray(Math.max(0, at - longestHead), at).toString('latin1')
    const head = before.slice(before.lastIndexOf(' obj') + 1)
    if (/\/(LZWDecode|LZW|RunLengthDecode|RL)\b/.test(head)) throw tooLarge()
    const kind = /\/Subtype\s*\/Image\b/.test(head) ? 'pictures' : 'content'
    const start = at + (file[at + 6] === 0x0d ? 8 : 7)
    left[kind] -= unpackedSize(file.subarray(start), left[kind])
    if (left[kind] < 0) throw tooLarge()
  }
}

/** How much a stream unpacks to, one packing within the other; more than `most` is told as that. */
function unpackedSize(packed: Buffer, most: number): number {
  let size = 0
  let content = packed
  while (content[0] !== undefined && (content[0] & 0x0f) === 8) {
    try {
      content = inflateSync(content, { maxOutputLength: most + 1 })
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : size
    }
    size = Math.max(size, content.length)
    if (size > most) return size
  }
  return size
}

function tooLarge() {
  return refused(
    'Tệp giải nén ra quá lớn',
    'Nội dung tệp PDF quá lớn hoặc nén kiểu không đo được, nên không được mở. Hãy gửi tệp Word hoặc Excel có bảng.',
  )
}
