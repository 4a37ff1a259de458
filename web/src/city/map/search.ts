import { z } from 'zod'

export const MapView = z.enum(['trang-thai', 'ket-qua', 'con-thieu'])
export type MapView = z.infer<typeof MapView>

/** What the map shows, as it stands in the address: an indicator by its number, and which side of it. */
export const MapSearch = z.object({
  chiTieu: z
    .string()
    .regex(/^([1-9]|[12]\d|3[01])$/)
    .optional()
    .catch(undefined),
  xem: MapView.optional().catch(undefined),
})
export type MapSearch = z.infer<typeof MapSearch>

export const mapViewLabels: Record<MapView, string> = {
  'trang-thai': 'Trạng thái',
  'ket-qua': 'Kết quả',
  'con-thieu': 'Khoảng cách đến mốc',
}
