import { refused, wrongKind } from './refuse.ts'
import { isUtf16 } from './text-of-bytes.ts'
import { oleSignature, startsWith, zipDirectory, zipSignature } from './zip.ts'

/** What a workbook may unpack to: twenty times what a real one of 5 MB needs is already refused. */
const mostUnpackedBytes = 64 * 1024 * 1024
const mostEntries = 1000

export type FileKind = 'xlsx' | 'csv' | 'docx' | 'pdf'

/** Which reader takes the file, by what is in it and not by its name; refused in words where none does. */
export function kindOf(bytes: Buffer): FileKind {
  if (startsWith(bytes, oleSignature)) throw oleRefusal(bytes)
  if (startsWith(bytes, zipSignature)) {
    return kindOfZip(bytes)
  }
  // The mark may stand a little way into the file.
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  const isText = !bytes.subarray(0, 4096).includes(0) || isUtf16(bytes)
  const isOther = ['\x89PNG', '\xff\xd8\xff', '{\\rtf', 'GIF8'].some((mark) =>
    bytes.subarray(0, 8).toString('latin1').startsWith(mark),
  )
  const isMarkup = /^\s*(\ufeff)?<(\?xml|!doctype|html|table)/i.test(bytes.subarray(0, 200).toString('utf8'))
  if (!isText || isOther) throw wrongKind(`Tệp này không phải bảng tính. ${advice}`)
  if (isMarkup) throw wrongKind(`Tệp này là trang web hoặc XML, dù có thể mang tên .xls hay .csv. ${advice}`)
  return 'csv'
}

const advice = 'Hãy gửi tệp Excel .xlsx, tệp Word .docx hoặc PDF có bảng, hoặc .csv (UTF-8).'

/** The stream of an encrypted workbook is named so, in UTF-16. */
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le')

function oleRefusal(bytes: Buffer) {
  return bytes.includes(encryptedStream)
    ? refused(
        'Tệp có mật khẩu',
        'Tệp được mã hóa bằng mật khẩu nên không đọc được. Trong Excel: Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa mật khẩu rồi lưu lại.',
      )
    : wrongKind('Tệp là định dạng Office cũ (.xls). Trong Excel chọn Lưu thành > Sổ làm việc Excel (.xlsx).')
}

function kindOfZip(bytes: Buffer): FileKind {
  const directory = zipDirectory(bytes)
  if (!directory)
    throw refused('Tệp hỏng', 'Tệp bị hỏng hoặc chưa tải đủ. Hãy mở tệp trong Excel hoặc Word rồi lưu lại.')
  const { unpackedBytes } = directory
  const names = directory.names.map((name) => name.replaceAll('\\', '/'))
  if (unpackedBytes > mostUnpackedBytes || names.length > mostEntries) {
    throw tooLargeInside()
  }
  if (names.includes('xl/workbook.xml')) return 'xlsx'
  if (names.includes('word/document.xml')) return 'docx'
  // The main part may have another name, which its relation tells.
  if (names.includes('_rels/.rels') && names.some((name) => /^xl\/[^/]+\.xml$/.test(name))) return 'xlsx'
  if (names.includes('xl/workbook.bin'))
    throw wrongKind('Tệp là .xlsb. Trong Excel chọn Lưu thành > Sổ làm việc Excel (.xlsx).')
  if (names.includes('mimetype') && names.includes('content.xml'))
    throw wrongKind(
      'Tệp là OpenDocument (.ods). Hãy lưu thành .xlsx: Tệp > Lưu thành > Excel 2007-365 (.xlsx).',
    )
  throw wrongKind(`Tệp này không phải sổ làm việc Excel. ${advice}`)
}

function tooLargeInside() {
  return refused(
    'Tệp giải nén ra quá lớn',
    'Nội dung tệp sau khi giải nén vượt quá 64 MB nên không được mở. Hãy chép bảng số liệu sang một tệp mới rồi gửi lại.',
  )
}
