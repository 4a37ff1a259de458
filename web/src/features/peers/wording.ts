import { formatNumber, type PeerPlace, type UnitType, unitTitle } from '@moc57/shared'
import { quarterText } from '../../lib/figures.ts'
import { capitalize } from '../../lib/text.ts'
import type { Peers } from './queries.ts'

export const placeLabels: Record<PeerPlace, string> = {
  below: 'thấp hơn',
  within: 'ở giữa',
  above: 'cao hơn',
}

/** "44 phường khác", "113 đơn vị khác" */
export function othersInWords({ others, among, units }: Peers): string {
  const type: UnitType | undefined = units[0]?.type
  return `${others} ${among === 'type' && type ? type : 'đơn vị'} khác`
}

/** What matters first: how many indicators lie below, within and above the middle half of the others. */
export function peerSentence(peers: Peers): string {
  const [unit] = peers.units
  if (!unit) return ''
  const count = (place: PeerPlace | null) => peers.items.filter((item) => item.place[0] === place).length
  const name = capitalize(unitTitle(unit))
  const unknown = count(null)
  if (unknown === peers.items.length) {
    return `${name}, ${quarterText(peers.asOf)}: chưa so được chỉ tiêu nào với ${othersInWords(peers)}, vì còn quá ít số liệu.`
  }
  const rest = unknown > 0 ? `; ${unknown} chỉ tiêu chưa so được` : ''
  return `${name}, ${quarterText(peers.asOf)}: ${count('below')} chỉ tiêu thấp hơn khoảng giữa của ${othersInWords(peers)}, ${count('within')} trong khoảng giữa, ${count('above')} cao hơn${rest}.`
}

/** "40 đến 60%" */
export function rangeText({ lower, upper }: { lower: number; upper: number }, unitOfMeasure: string): string {
  const unit = unitOfMeasure === '%' ? '%' : ` ${unitOfMeasure}`
  const [from, to] = [formatNumber(lower), formatNumber(upper)]
  return from === to ? `${to}${unit}` : `${from} đến ${to}${unit}`
}
