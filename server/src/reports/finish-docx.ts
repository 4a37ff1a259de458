import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The earliest day that a zip can tell: parts of a document need no dates of their own. */
const dayOfParts = new Date('1980-01-02T00:00:00Z')

/**
 * Mends what the library leaves no say in. Its dates are all given, so that the same content gives the same bytes: it
 * writes the moment it was run into the properties and into every part. The paragraph that holds the end of a section
 * gets no height, so that it does not fall on an empty page of its own after a full one.
 */
export function finishDocx(document: Buffer, instant: string): Buffer {
  const parts = unzipSync(document)
  const mend = (name: string, change: (text: string) => string) => {
    const found = parts[name]
    if (found) parts[name] = strToU8(change(strFromU8(found)))
  }
  mend('docProps/core.xml', (text) =>
    text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${instant}`),
  )
  mend('word/document.xml', (text) =>
    text.replaceAll('<w:p><w:pPr><w:sectPr>', `<w:p><w:pPr>${withoutHeight}<w:sectPr>`),
  )
  return Buffer.from(zipSync(parts, { mtime: dayOfParts }))
}

const withoutHeight =
  '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'
