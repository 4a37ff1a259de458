import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { ProgressStatus } from '../indicators/status.ts'
import { Submission } from '../measurements/submission.ts'
import { Assignment } from '../plans/assignment.ts'
import { endpoint } from './endpoint.ts'
import { EntryRow, PeriodParams } from './entries.ts'
import { answer } from './parts.ts'

/** A row of a quarter as the one who decides on it needs it. */
export const ApprovalRow = EntryRow.extend({
  assignment: Assignment.nullable(),
  status: z.object({
    before: ProgressStatus.nullable().meta({ description: 'As of the quarter before' }),
    counted: ProgressStatus.meta({ description: 'By what is approved now' }),
    proposed: ProgressStatus.meta({ description: 'If the current figure is approved as it stands' }),
  }),
}).meta({ id: 'ApprovalRow' })
export type ApprovalRow = z.infer<typeof ApprovalRow>

/** The quarter of a unit for those who approve it. */
export const readApprovals = endpoint({
  method: 'GET',
  url: '/api/units/:unitCode/approvals/:period',
  right: 'readDrafts',
  schema: {
    summary: 'What waits for approval in a unit and quarter, and what each figure would do to its status',
    tags: ['entry'],
    params: PeriodParams,
    querystring: z.strictObject({}),
    response: {
      200: answer({ unit: AdministrativeUnit, submission: Submission, items: z.array(ApprovalRow) }),
    },
  },
})

/** How far the quarter of a unit is, without a figure: for the city, too. */
export const readSubmission = endpoint({
  method: 'GET',
  url: '/api/units/:unitCode/submissions/:period',
  right: 'readSubmission',
  schema: {
    summary: "How far a unit's quarter is, and what was done with it",
    tags: ['entry'],
    params: PeriodParams,
    querystring: z.strictObject({}),
    response: { 200: answer({ unit: AdministrativeUnit, submission: Submission }) },
  },
})
