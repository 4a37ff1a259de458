import { oneOf, searchOf, textUpTo } from '../../lib/search-params.ts'

/** What the heat map shows and in which order, as it stands in the address. */
export const HeatMapSearch = searchOf({
  /** What a cell tells; the status where it is left out. */
  xem: oneOf(['con-thieu', 'gia-tri']),
  /** The order of the units; who needs attention first where it is left out. */
  sapXep: oneOf(['ten', 'thu-tu']),
  nhom: textUpTo(20),
})
export type HeatMapSearch = ReturnType<typeof HeatMapSearch>
