import { AuditKind } from '@moc57/shared'
import type { AuditFilter } from '@moc57/shared/api'
import { z } from 'zod'

const day = z.iso.date().optional().catch(undefined)

/** What is looked for, as it stands in the address. What cannot be read is left out. */
export const AuditSearch = z.object({
  donVi: z
    .string()
    .regex(/^\d{5}$/)
    .optional()
    .catch(undefined),
  nguoi: z.string().max(100).optional().catch(undefined),
  loai: AuditKind.optional().catch(undefined),
  tu: day,
  den: day,
  trang: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .optional()
    .catch(undefined),
})
export type AuditSearch = z.infer<typeof AuditSearch>

/** The same in the words of the interface. */
export function auditFilter({ donVi, nguoi, loai, tu, den }: AuditSearch): AuditFilter {
  return {
    ...(donVi && { unit: donVi }),
    ...(nguoi && { by: nguoi }),
    ...(loai && { kind: loai }),
    ...(tu && { from: tu }),
    ...(den && { to: den }),
  }
}
