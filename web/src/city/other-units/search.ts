import { oneOf } from '../../lib/search-params.ts'

/** Whom an indicator is compared with, as it stands in the address: units of the same kind, or all of them. */
export const comparisonParams = {
  soSanh: oneOf(['cung-loai']),
}
