import {
  type Direction,
  formatNumber,
  type PeerPlace,
  peerVerdict,
  type UnitType,
  unitTitle,
} from '@moc57/shared'
import { quarterText } from '../../lib/figures.ts'
import { capitalize } from '../../lib/text.ts'
import type { Peers } from './queries.ts'

const placeLabels: Record<PeerPlace, string> = { below: 'thấp hơn', within: 'ở giữa', above: 'cao hơn' }

/** "cao hơn"; where less is better with what that means: "cao hơn, kém hơn". */
export function placeText(place: PeerPlace, direction: Direction): string {
  const standing = peerVerdict(place, direction)
  if (direction === 'increase' || standing === 'within') return placeLabels[place]
  return `${placeLabels[place]}, ${standing === 'better' ? 'tốt hơn' : 'kém hơn'}`
}

/** Why a value has no place among the others. */
export const tooOld = 'cũ hơn 4 quý, không so'

/** "44 phường khác", "113 đơn vị khác" */
export function othersInWords({ others, among, units }: Peers): string {
  const type: UnitType | undefined = units[0]?.type
  return `${others} ${among === 'type' && type ? type : 'đơn vị'} khác`
}

/** What matters first: how many indicators are worse than, within and better than the middle half of the others. */
export function peerSentence(peers: Peers): string {
  const [unit] = peers.units
  if (!unit) return ''
  const count = (asked: ReturnType<typeof peerVerdict> | null) =>
    peers.items.filter(({ place: [place], direction }) =>
      place ? peerVerdict(place, direction) === asked : asked === null,
    ).length
  const name = capitalize(unitTitle(unit))
  const unknown = count(null)
  if (unknown === peers.items.length) {
    return `${name}, ${quarterText(peers.asOf)}: chưa so được chỉ tiêu nào với ${othersInWords(peers)}, vì còn quá ít số liệu.`
  }
  const rest = unknown > 0 ? `; ${unknown} chỉ tiêu chưa so được` : ''
  return `${name}, ${quarterText(peers.asOf)}: ${count('worse')} chỉ tiêu kém hơn khoảng giữa của ${othersInWords(peers)}, ${count('within')} trong khoảng giữa, ${count('better')} tốt hơn${rest}.`
}

/** "40 đến 60%" */
export function rangeText({ lower, upper }: { lower: number; upper: number }, unitOfMeasure: string): string {
  const unit = unitOfMeasure === '%' ? '%' : ` ${unitOfMeasure}`
  const [from, to] = [formatNumber(lower, 2), formatNumber(upper, 2)]
  return from === to ? `${to}${unit}` : `${from} đến ${to}${unit}`
}
