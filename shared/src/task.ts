import { z } from 'zod'
import { Leader } from './assignment.ts'

/** A task of Phụ lục 02, as printed. */
export const Task = z
  .object({
    number: z.int(),
    name: z.string(),
    directingLeader: z.string(),
    responsible: z.string(),
    product: z.string(),
    schedule: z.string(),
    leader: Leader,
  })
  .meta({ id: 'Task' })
export type Task = z.infer<typeof Task>
