import { ReportingStanding } from '@moc57/shared'
import { z } from 'zod'

/** Which units are listed, as it stands in the address. */
export const ReportingSearch = z.object({
  tinhTrang: ReportingStanding.optional().catch(undefined),
})
