import { codesOf, movementLabels } from '@moc57/shared'
import { oneOf, quarterParam, searchOf, textUpTo } from '../../lib/search-params.ts'

/** What the page of movements shows, as it stands in the address; the later quarter is the one of the whole page. */
export const MovementSearch = searchOf({
  /** The earlier quarter; the one before where it is left out. */
  tu: quarterParam,
  /** Only movements of this kind in the list. */
  loaiBienDong: oneOf(codesOf(movementLabels)),
  nhom: textUpTo(20),
})
export type MovementSearch = ReturnType<typeof MovementSearch>
