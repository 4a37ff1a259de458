import { readFile } from 'node:fs/promises'
import { type ProofPlaces, type ReportContent, reportPlaces } from '@moc57/shared'
import {
  ImagePlugin,
  LoopPlugin,
  MimeType,
  type TemplateData,
  TemplateHandler,
  type TemplatePlugin,
  TextPlugin,
} from 'easy-template-x'
import { toBuffer } from 'qrcode'
import { writable } from '../http/files/writable.ts'
import { finishDocx } from './finish-docx.ts'
import { type LinesContent, LinesPlugin } from './lines-plugin.ts'
import { shownCode } from './report-code.ts'

/** The product's own template, in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I: a Word document, changed in Word. */
export function readOwnTemplate(): Promise<Buffer> {
  return readFile(new URL('./report-template.docx', import.meta.url))
}

/** Reads and fills templates; charts and links of the library, which nobody needs here, are left out. */
export function templateHandler(): TemplateHandler {
  const plugins: TemplatePlugin[] = [new LoopPlugin(), new TextPlugin(), new ImagePlugin(), new LinesPlugin()]
  return new TemplateHandler({ plugins })
}

/** What a report is drawn from. */
export type ReportToWrite = {
  /** `null` for the product's own. */
  template: Uint8Array | null
  content: ReportContent
  /** The number of its own, and where it is checked; `null` for what is not made yet. */
  proof: { code: string; url: string | null } | null
}

/** 2 cm, in pixels of 96 to the inch. */
const qrSize = 76

/** The code in squares leads to the page that proves the paper; without a public address the number alone stands there. */
async function proofPlaces(proof: ReportToWrite['proof']): Promise<Record<ProofPlaces, unknown>> {
  if (!proof) return { ma_qr: null, kiem_chung: [] }
  const { code, url } = proof
  const picture = url && {
    _type: 'image',
    format: MimeType.Png,
    source: await toBuffer(url, { margin: 0, scale: 6, errorCorrectionLevel: 'M' }),
    width: qrSize,
    height: qrSize,
    altText: `Mã QR kiểm chứng ${shownCode(code)}`,
  }
  return { ma_qr: picture, kiem_chung: [`Mã kiểm chứng: ${shownCode(code)}`, ...(url ? [url] : [])] }
}

/**
 * A report as a .docx: the template with its places filled. The same template and content give the same bytes.
 */
export async function writeReport({ template, content: given, proof }: ReportToWrite): Promise<Buffer> {
  const content = writable(given)
  const places = { ...reportPlaces(content), ...(await proofPlaces(proof)) }
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
