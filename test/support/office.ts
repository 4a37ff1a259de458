import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const missing = (
  await Promise.all(
    ['soffice', 'pdftotext', 'pdfinfo'].map((program) =>
      run('which', [program]).then(
        () => [],
        () => [program],
      ),
    ),
  )
).flat()

/** Why documents cannot be looked at on this machine, `undefined` where they can. */
export const noOffice =
  missing.length > 0
    ? `${missing.join(', ')} not installed: the packages libreoffice-writer-nogui and poppler-utils have them`
    : undefined

/** A page as a reader sees it. */
export type PrintedPage = {
  /** Lines in their places. */
  text: string
  /** In points: A4 is 595 x 842. */
  width: number
  height: number
}

/** Opens the document with LibreOffice, prints it, and reads the pages. */
export async function printedPages(document: Buffer, name: string): Promise<PrintedPage[]> {
  const folder = await mkdtemp(join(tmpdir(), 'moc57-document-'))
  try {
    const file = join(folder, name)
    await writeFile(file, document)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file])
    const pdf = (await readdir(folder)).find((one) => one.endsWith('.pdf'))
    if (!pdf) throw new Error(`LibreOffice did not open ${name}`)
    return await pagesOfPdf(await readFile(join(folder, pdf)))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The pages of a PDF. */
export async function pagesOfPdf(pdf: Buffer): Promise<PrintedPage[]> {
  const folder = await mkdtemp(join(tmpdir(), 'moc57-pdf-'))
  try {
    const file = join(folder, 'file.pdf')
    await writeFile(file, pdf)
    const { stdout: info } = await run('pdfinfo', ['-l', '-1', file])
    const { stdout: text } = await run('pdftotext', ['-layout', file, '-'])
    const texts = text.normalize('NFC').split('\f')
    return [...info.matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g)].map(([, width, height], index) => ({
      text: texts[index] ?? '',
      width: Math.round(Number(width)),
      height: Math.round(Number(height)),
    }))
  } finally {
    await rm(folder, { recursive: true })
  }
}
