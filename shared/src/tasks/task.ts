import { z } from 'zod'
import { type LeadBody, Leader } from '../plans/assignment.ts'
import { Quarter } from '../quarter-schema.ts'
import { foldName } from '../text.ts'

/** The most people that one task can reach in a quarter. */
export const mostPeople = 100_000

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

/** How far a task is, as its unit states it. */
export const TaskStatus = z.enum(['notStarted', 'inProgress', 'suspended', 'completed'])
export type TaskStatus = z.infer<typeof TaskStatus>

export const taskStatusLabels: Record<TaskStatus, string> = {
  notStarted: 'Chưa triển khai',
  inProgress: 'Đang thực hiện',
  suspended: 'Tạm dừng',
  completed: 'Đã hoàn thành',
}

/** What a unit states on a task in a quarter; a change is a new revision. */
export const TaskUpdate = z
  .object({
    period: Quarter,
    revision: z.int(),
    status: TaskStatus,
    note: z.string().meta({ description: 'Progress in words' }),
    result: z.string().nullable(),
    spent: z.int().nullable().meta({ description: 'Money used in the quarter, in đồng' }),
    people: z.int().nullable().meta({ description: 'People at work on it in the quarter' }),
    completedOn: z.string().nullable().meta({ description: 'The day it was completed; null before' }),
    reason: z.string().nullable().meta({ description: 'Why an earlier revision was replaced' }),
    by: z.string().nullable().meta({ description: 'Full name and position; null for the public' }),
    at: z.string().meta({ description: 'Instant in ISO 8601' }),
  })
  .meta({ id: 'TaskUpdate' })
export type TaskUpdate = z.infer<typeof TaskUpdate>

/**
 * Whether the printed words of a task ("Đồng chí Trưởng Công an phường") name a body or its head, with or without
 * "phường" or "xã" after it.
 */
export function isResponsibleFor(responsible: string, { name }: LeadBody): boolean {
  const body = foldName(name).replace(/ (phuong|xa|dac khu)$/, '')
  return ` ${foldName(responsible)} `.includes(` ${body} `)
}
