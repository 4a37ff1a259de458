import { z } from 'zod'

/** kiểm tra định kỳ, kiểm tra đột xuất (003, III.8.2) */
export const InspectionKind = z.enum(['periodic', 'unannounced'])
export type InspectionKind = z.infer<typeof InspectionKind>

export const inspectionKindLabels: Record<InspectionKind, string> = {
  periodic: 'Kiểm tra định kỳ',
  unannounced: 'Kiểm tra đột xuất',
}

const day = z.string().meta({ description: 'A day as 2026-11-22' })

/** What was done about the findings. */
export const InspectionFollowUp = z
  .object({
    note: z.string(),
    isDone: z.boolean().meta({ description: 'Whether nothing is left to do' }),
    by: z.string(),
    at: z.string().meta({ description: 'Instant in ISO 8601' }),
  })
  .meta({ id: 'InspectionFollowUp' })
export type InspectionFollowUp = z.infer<typeof InspectionFollowUp>

/** An inspection of indicators and tasks of a unit; it stands as it was recorded, what follows is added to it. */
export const Inspection = z
  .object({
    id: z.int(),
    kind: InspectionKind,
    heldOn: day,
    findings: z.string(),
    demand: z.string().nullable().meta({ description: 'What has to be done about the findings' }),
    dueOn: day.nullable().meta({ description: 'By when' }),
    indicators: z.array(z.int()),
    tasks: z.array(z.int()),
    followUps: z.array(InspectionFollowUp).meta({ description: 'Oldest first' }),
    isOpen: z.boolean().meta({ description: 'Something was demanded and is not yet done' }),
    by: z.string(),
    at: z.string().meta({ description: 'Instant in ISO 8601' }),
  })
  .meta({ id: 'Inspection' })
export type Inspection = z.infer<typeof Inspection>
