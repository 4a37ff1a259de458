import { auditKindLabels, codesOf } from '@moc57/shared'
import type { AuditFilter } from '@moc57/shared/api'
import { dayParam, matching, oneOf, searchOf, textUpTo } from '../../lib/search-params.ts'

const day = dayParam

/** What is looked for, as it stands in the address. What cannot be read is left out. */
export const AuditSearch = searchOf({
  donVi: matching(/^\d{5}$/),
  nguoi: textUpTo(100),
  loai: oneOf(codesOf(auditKindLabels)),
  tu: day,
  den: day,
  trang: matching(/^[1-9]\d{0,5}$/),
})
export type AuditSearch = ReturnType<typeof AuditSearch>

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
