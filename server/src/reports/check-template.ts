import { foldText, type PlaceName, type ReportContent, templatePlaces } from '@moc57/shared'
import {
  MissingCloseDelimiterError,
  MissingStartDelimiterError,
  officeMarkup,
  type Tag,
  TagDisposition,
  TagPlacement,
} from 'easy-template-x'
import { XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { templateHandler, writeReport } from './fill-template.ts'

/** What is wrong with a template, and at which place or part. */
export type TemplateProblem = { at: string; detail: string }

const mostPlaces = 400

/** Parts that a document may have: texts, styles and pictures; nothing that runs, embeds or loads. */
const harmlessParts = [
  /^\[Content_Types\]\.xml$/,
  /^(?:[\w-]+\/)*_rels\/[\w.-]*\.rels$/,
  /^docProps\/[\w-]+\.(?:xml|jpe?g|png|emf|wmf)$/,
  /^word\/(?:glossary\/)?(?!vba)[\w-]+\.xml$/,
  /^word\/theme\/[\w-]+\.xml$/,
  /^word\/media\/[\w-]+\.(?:png|jpe?g|gif)$/,
  /^word\/fonts\/[\w-]+\.odttf$/,
  /^customXml\/[\w-]+\.xml$/,
]

/** Fields that only number; any other may load something or run it. */
const harmlessFields = ['PAGE', 'NUMPAGES', 'SECTIONPAGES', 'SECTION']

/**
 * All that keeps a file from being a template: parts that run or load something, places that are unknown, missing or
 * stand where they mean nothing. Empty where a report can be drawn with it.
 *
 * @param sample a report to try it with
 */
export async function checkTemplate(file: Uint8Array, sample: ReportContent): Promise<TemplateProblem[]> {
  const parts = unzipSync(file, { filter: ({ name }) => !name.endsWith('/') })
  const dangers = dangersOf(parts)
  if (dangers.length > 0) return dangers
  // Packed anew, so that the library unpacks what was measured and nothing else.
  const document = Buffer.from(zipSync(parts, { level: 0 }))
  let tags: Tag[]
  try {
    tags = await templateHandler().parseTags(document)
  } catch (error) {
    return [{ at: 'file', detail: syntaxWords(error) }]
  }
  const problems = placeProblems(tags)
  if (problems.length > 0) return problems
  try {
    await writeReport({
      template: document,
      content: sample,
      proof: { code: 'MAU', url: 'https://example.vn' },
    })
    return []
  } catch {
    const detail =
      'Không điền được số liệu vào mẫu: một nhóm lặp bắt đầu và kết thúc ở hai nơi không cùng đoạn, cùng bảng. Hãy so với mẫu của phần mềm rồi gửi lại.'
    return [{ at: 'file', detail }]
  }
}

function dangersOf(parts: Record<string, Uint8Array>): TemplateProblem[] {
  return Object.entries(parts).flatMap(([name, bytes]) => {
    const at = name
    if (!harmlessParts.some((pattern) => pattern.test(name))) {
      return [{ at, detail: `Mẫu chứa thành phần không được dùng: ${name}. ${withoutParts}` }]
    }
    if (!/\.(?:xml|rels)$/.test(name)) return []
    const text = strFromU8(bytes)
    // Another encoding would hide from what is looked for below; the library would make something of broken XML.
    if (bytes.includes(0) || /<!DOCTYPE|<!ENTITY/i.test(text) || XMLValidator.validate(text) !== true) {
      return [{ at, detail: `Thành phần ${name} của mẫu không đúng dạng Word. ${saveAgain}` }]
    }
    if (name.endsWith('.rels') && leadsOutside(text)) {
      return [{ at, detail: `Mẫu có liên kết ra ngoài tệp (${name}). ${withoutParts}` }]
    }
    if (name === '[Content_Types].xml' && !isPlainDocument(text)) {
      return [
        {
          at,
          detail: `Mẫu có macro hoặc không phải tài liệu .docx. Trong Word chọn Lưu thành > Tài liệu Word (.docx).`,
        },
      ]
    }
    const field = strangeField(text)
    if (field !== undefined || /<(?:\w+:)?(?:mailMerge|altChunk|object)\b/.test(text)) {
      return [
        {
          at,
          detail: `Mẫu có trường tự động${field ? ` “${field}”` : ''} (${name}). Chỉ dùng được trường số trang; hãy bỏ trường này rồi gửi lại.`,
        },
      ]
    }
    return []
  })
}

const withoutParts =
  'Hãy bỏ macro, tệp nhúng, liên kết, hình không phải PNG hoặc JPEG rồi lưu lại thành .docx.'
const saveAgain = 'Hãy mở mẫu trong Word, lưu lại thành .docx rồi gửi lại.'

/** A reference by number hides letters, and no relation of Word needs one. */
function leadsOutside(relations: string): boolean {
  return /TargetMode\s*=\s*["']\s*External|&#|Target\s*=\s*["'][^"']*:/i.test(relations)
}

function isPlainDocument(types: string): boolean {
  return (
    types.includes('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml') &&
    !/macro|vba|&#/i.test(types)
  )
}

/** The first field that is none of the harmless ones; a code may be torn over several runs. */
function strangeField(text: string): string | undefined {
  const torn = text
    .split(/fldCharType\s*=\s*["']begin["']/)
    .slice(1)
    .map((field) =>
      [...field.matchAll(/<(?:\w+:)?instrText\b[^>]*>([^<]*)</g)].map(([, code]) => code).join(''),
    )
  const simple = [...text.matchAll(/\binstr\s*=\s*["']([^"']*)["']/g)].map(([, code = '']) => code)
  // Code outside of a field is no code, unless it is there to be taken for none.
  const loose = text.includes('instrText') && torn.length === 0 ? ['instrText'] : []
  return [...torn, ...simple, ...loose]
    .map((code) => code.trim())
    .find((code) => code !== '' && !harmlessFields.includes(code.split(/\s/)[0]?.toUpperCase() ?? ''))
    ?.slice(0, 40)
}

function syntaxWords(error: unknown): string {
  const cut = (text: string) => `“${text.slice(0, 60)}”`
  if (error instanceof MissingCloseDelimiterError)
    return `Sau ${cut(error.openDelimiterText)} thiếu dấu đóng ngoặc “}”. Hãy sửa rồi gửi lại.`
  if (error instanceof MissingStartDelimiterError)
    return `Trước ${cut(error.closeDelimiterText)} thiếu dấu mở ngoặc “{”. Hãy sửa rồi gửi lại.`
  return `Không đọc được mẫu. ${saveAgain}`
}

function placeProblems(tags: readonly Tag[]): TemplateProblem[] {
  if (tags.length > mostPlaces) {
    return [
      { at: 'file', detail: `Mẫu có hơn ${mostPlaces} chỗ điền. Hãy bỏ bớt những chỗ lặp lại rồi gửi lại.` },
    ]
  }
  const open: string[] = []
  const problems: TemplateProblem[] = []
  for (const tag of tags) {
    const detail = problemOf(tag, tags, open)
    if (detail) problems.push({ at: tag.name, detail })
    if (tag.disposition === TagDisposition.Open) open.push(tag.name)
    else if (tag.disposition === TagDisposition.Close && open.at(-1) === tag.name) open.pop()
  }
  const unclosed = open.map((name) => ({
    at: name,
    detail: `Nhóm {#${name}} chưa kết thúc. Hãy thêm {/${name}} vào cuối phần lặp.`,
  }))
  const names = new Set(tags.map(({ name }) => name))
  const missing = Object.entries(templatePlaces)
    .filter(([name, { isRequired }]) => isRequired && !names.has(name))
    .map(([name, { meaning, kind }]) => ({
      at: name,
      detail: `Mẫu thiếu chỗ ${writtenAs(name, kind)}: ${meaning}. Hãy thêm vào mẫu rồi gửi lại.`,
    }))
  return [...problems, ...unclosed, ...missing]
}

function problemOf(tag: Tag, tags: readonly Tag[], open: readonly string[]): string | null {
  const place = isPlace(tag.name) ? templatePlaces[tag.name] : undefined
  if (!place) {
    const meant = Object.keys(templatePlaces).find((name) => keyOf(name) === keyOf(tag.name))
    const advice = meant ? `Có phải là {${meant}}?` : 'Hãy xem danh sách các chỗ rồi sửa lại.'
    return `Không có chỗ nào tên “${tag.rawText.slice(0, 60)}”. ${advice}`
  }
  if (tag.options || tag.placement !== TagPlacement.TextNode) {
    return `Chỗ “${tag.rawText.slice(0, 60)}” phải là chữ trong văn bản, viết ${writtenAs(tag.name, place.kind)}.`
  }
  const isGroup = place.kind === 'group'
  if (isGroup !== (tag.disposition !== TagDisposition.SelfClosed)) {
    return `Chỗ “${tag.rawText}” phải viết ${writtenAs(tag.name, place.kind)}.`
  }
  if (tag.disposition === TagDisposition.Close) {
    return open.at(-1) === tag.name ? null : `{/${tag.name}} không khớp với một {#${tag.name}} ở trước.`
  }
  if (place.within && !open.includes(place.within)) {
    return `Chỗ {${tag.name}} chỉ dùng được giữa {#${place.within}} và {/${place.within}}.`
  }
  if (place.kind === 'lines') {
    const paragraph = officeMarkup.query.containingParagraphNode(tag.xmlTextNode)
    const isShared = tags.some(
      (other) =>
        other !== tag &&
        other.placement === TagPlacement.TextNode &&
        officeMarkup.query.containingParagraphNode(other.xmlTextNode) === paragraph,
    )
    if (isShared) return `Chỗ {${tag.name}} gồm nhiều dòng nên phải đứng riêng một đoạn.`
  }
  return null
}

function isPlace(name: string): name is PlaceName {
  return Object.hasOwn(templatePlaces, name)
}

/** Names that differ in accents, case and signs alone are most likely meant to be the same. */
function keyOf(name: string): string {
  return foldText(name).replace(/[^a-z0-9]+/g, '')
}

function writtenAs(name: string, kind: string): string {
  return kind === 'group' ? `{#${name}} … {/${name}}` : `{${name}}`
}
