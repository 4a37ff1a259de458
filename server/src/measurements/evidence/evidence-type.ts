import type { EvidenceType } from '@moc57/shared'
import { ProblemError } from '../../http/problem.ts'
import { startsWith, zipDirectory, zipSignature } from '../../http/uploads/zip.ts'

/** What a file is by what is in it; its name says nothing. Anything else is refused. */
export function evidenceTypeOf(bytes: Buffer): EvidenceType {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpg'
  const office = startsWith(bytes, zipSignature) ? officeTypeOf(bytes) : undefined
  if (office) return office
  throw new ProblemError({
    status: 415,
    title: 'Loại tệp không được nhận',
    detail:
      'Tài liệu kèm theo phải là PDF, Word (.docx), Excel (.xlsx), PNG hoặc JPG thật; nội dung tệp này không phải loại nào trong đó, dù tên có ghi thế nào. Tệp có macro cũng không được nhận.',
  })
}

function officeTypeOf(bytes: Buffer): 'docx' | 'xlsx' | undefined {
  const names = zipDirectory(bytes)?.names ?? []
  if (!names.includes('[Content_Types].xml') || names.some((name) => /vbaProject\.bin$/i.test(name))) return
  if (names.includes('word/document.xml')) return 'docx'
  return names.includes('xl/workbook.xml') ? 'xlsx' : undefined
}

export const mediaTypes: Record<EvidenceType, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
}

/** The name with the extension of what the file is, so that a disguised one is not opened as something else. */
export function withExtension(name: string, type: EvidenceType): string {
  const known = type === 'jpg' ? /\.jpe?g$/i : new RegExp(`\\.${type}$`, 'i')
  return known.test(name) ? name : `${name}.${type}`
}
