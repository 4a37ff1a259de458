import { type UnzipFileInfo, unzipSync } from 'fflate'

/** What a zip says of itself, without unpacking any of it; `undefined` where it is not a zip that can be read. */
export function zipDirectory(bytes: Uint8Array): { names: string[]; unpackedBytes: number } | undefined {
  const entries: UnzipFileInfo[] = []
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        entries.push(entry)
        return false
      },
    })
  } catch {
    return undefined
  }
  if (entries.length === 0) return undefined
  return {
    names: entries.map(({ name }) => name),
    unpackedBytes: entries.reduce((sum, { originalSize }) => sum + originalSize, 0),
  }
}

export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

export const zipSignature = [0x50, 0x4b]
/** OLE2: old Office files, and the envelope around an encrypted workbook. */
export const oleSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** The main part of a workbook by its relation, whatever its name; `undefined` where the package names none. */
export function workbookPart(files: Record<string, Uint8Array>): string | undefined {
  const relations = files['_rels/.rels']
  if (!relations) return undefined
  const [tag] = new TextDecoder().decode(relations).match(/<Relationship\b[^>]*\/officeDocument"[^>]*>/) ?? []
  return /\bTarget="\/?([^"]+)"/.exec(tag ?? '')?.[1]
}
