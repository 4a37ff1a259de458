import { codesOf } from '@moc57/shared'
import { matching, oneOf, searchOf } from '../../lib/search-params.ts'

export type MapView = 'trang-thai' | 'ket-qua' | 'con-thieu'

export const mapViewLabels: Record<MapView, string> = {
  'trang-thai': 'Trạng thái',
  'ket-qua': 'Kết quả',
  'con-thieu': 'Khoảng cách đến mốc',
}

/** What the map shows, as it stands in the address: an indicator by its number, and which side of it. */
export const MapSearch = searchOf({
  chiTieu: matching(/^([1-9]|[12]\d|3[01])$/),
  xem: oneOf(codesOf(mapViewLabels)),
})
export type MapSearch = ReturnType<typeof MapSearch>
