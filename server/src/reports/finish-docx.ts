import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The earliest day that a zip can tell: parts of a document need no dates of their own. */
const dayOfParts = new Date('1980-01-02T00:00:00Z')

/**
 * Gives the dates of a document, so that the same content gives the same bytes: a template brings those of its last
 * change, and each part those of its writing.
 */
export function finishDocx(document: Uint8Array, instant: string): Buffer {
  const parts = unzipSync(document)
  const properties = parts['docProps/core.xml']
  if (properties) {
    parts['docProps/core.xml'] = strToU8(
      strFromU8(properties).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${instant}`),
    )
  }
  return Buffer.from(zipSync(parts, { mtime: dayOfParts }))
}
