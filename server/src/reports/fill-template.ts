import { readFile } from 'node:fs/promises'
import { type ReportContent, reportPlaces } from '@moc57/shared'
import {
  ImagePlugin,
  LoopPlugin,
  type TemplateData,
  TemplateHandler,
  type TemplatePlugin,
  TextPlugin,
} from 'easy-template-x'
import { writable } from '../http/files/writable.ts'
import { finishDocx } from './finish-docx.ts'
import { type LinesContent, LinesPlugin } from './lines-plugin.ts'

/** The product's own template, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I: a Word document, changed in Word. */
export function readOwnTemplate(): Promise<Buffer> {
  return readFile(new URL('./report-template.docx', import.meta.url))
}

/** Reads and fills templates; charts and links of the library, which nobody needs here, are left out. */
export function templateHandler(): TemplateHandler {
  const plugins: TemplatePlugin[] = [new LoopPlugin(), new TextPlugin(), new ImagePlugin(), new LinesPlugin()]
  return new TemplateHandler({ plugins })
}

/**
 * A report as a .docx: the template with its places filled. The same template and content give the same bytes.
 *
 * @param template `null` for the product's own
 */
export async function writeReport(template: Uint8Array | null, given: ReportContent): Promise<Buffer> {
  const content = writable(given)
  const places = { ...reportPlaces(content), ma_qr: null, kiem_chung: [] }
  const document = Buffer.from(template ?? (await readOwnTemplate()))
  const filled = await templateHandler().process(document, asTemplateData(places) as TemplateData)
  return finishDocx(filled, `${content.figures.takenOn}T00:00:00Z`)
}

/** The places as the library takes them: it is told of lines, which it would take for a loop. */
function asTemplateData(value: unknown): unknown {
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one === 'string')) {
      return { _type: 'lines', lines: value } satisfies LinesContent
    }
    return value.map(asTemplateData)
  }
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asTemplateData(inner)]))
}
