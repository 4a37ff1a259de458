import { codesOf, submissionStatusLabels } from '@moc57/shared'
import { oneOf, searchOf } from '../../lib/search-params.ts'

/** Which units are listed, as it stands in the address. */
export const SubmissionStatusSearch = searchOf({
  tinhTrang: oneOf(codesOf(submissionStatusLabels)),
})
