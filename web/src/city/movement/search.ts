import { MovementKind, Quarter } from '@moc57/shared'
import { z } from 'zod'

/** What the page of movements shows, as it stands in the address; the later quarter is the one of the whole page. */
export const MovementSearch = z.object({
  /** The earlier quarter; the one before where it is left out. */
  tu: Quarter.optional().catch(undefined),
  /** Only movements of this kind in the list. */
  loaiBienDong: MovementKind.optional().catch(undefined),
  nhom: z.string().max(20).optional().catch(undefined),
})
export type MovementSearch = z.infer<typeof MovementSearch>
