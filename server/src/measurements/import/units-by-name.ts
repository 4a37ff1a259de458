import { type AdministrativeUnit, foldText, normalizeText, unitTitle } from '@moc57/shared'

/**
 * Finds the codes of the units of a name, with or without its type. Accents count where they are written: "Cẩm Giang"
 * and "Cẩm Giàng" are two units, and "cam giang" may be either.
 */
export function unitsByName(units: readonly AdministrativeUnit[]): (name: string) => readonly string[] {
  const exact = new Map<string, string[]>()
  const folded = new Map<string, string[]>()
  for (const unit of units) {
    for (const name of [unit.name, unitTitle(unit)].map(withoutDots)) {
      addTo(exact, name.toLocaleLowerCase('vi'), unit.code)
      addTo(folded, foldText(name), unit.code)
    }
  }
  return (name) => {
    const words = withoutDots(name)
    return exact.get(words.toLocaleLowerCase('vi')) ?? folded.get(foldText(words)) ?? []
  }
}

/** "P. Kiến An" and "UBND phường Kiến An" are the unit. */
function withoutDots(name: string): string {
  return normalizeText(name)
    .replace(/^(ubnd|ủy ban nhân dân)\s+/iu, '')
    .replace(/^p\.\s*/iu, 'phường ')
    .replace(/^x\.\s*/iu, 'xã ')
}

function addTo(codes: Map<string, string[]>, name: string, code: string): void {
  const known = codes.get(name) ?? []
  if (!known.includes(code)) codes.set(name, [...known, code])
}
