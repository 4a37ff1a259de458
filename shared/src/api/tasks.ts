import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { Day } from '../day.ts'
import { Evidence } from '../measurements/evidence.ts'
import { Money } from '../money.ts'
import { Quarter } from '../quarter-schema.ts'
import { mostPeople, Task, TaskStatus, TaskUpdate } from '../tasks/task.ts'
import { TaskSchedule, TaskSituation } from '../tasks/task-schedule.ts'
import { endpoint } from './endpoint.ts'
import { longest, text } from './fields.ts'
import { AsOf, answer, KnownOn, UnitParams } from './parts.ts'

const TaskDocument = Evidence.omit({ period: true }).extend({
  by: z.string().nullable().meta({ description: 'Full name and position; null for the public' }),
})

/** A task with everything on it that is public: its reading, its standing, what was reported and its products. */
export const TaskItem = Task.extend({
  reading: TaskSchedule,
  standing: TaskSituation,
  reports: z.array(TaskUpdate).meta({ description: 'In force up to the quarter, in order of quarters' }),
  documents: z.array(TaskDocument).meta({ description: 'Products; each file at `/{number}/documents/{id}`' }),
  indicators: z
    .array(z.int())
    .meta({ description: 'Which indicators it serves, by our reading; the plan does not print it' }),
}).meta({ id: 'TaskItem' })
export type TaskItem = z.infer<typeof TaskItem>

const url = '/api/units/:unitCode/tasks'

/** The tasks of a unit's plan: Phụ lục 02 for Kiến An, none for a unit that has not named its own. */
export const listTasks = endpoint({
  method: 'GET',
  url,
  right: 'public',
  schema: {
    summary: "The tasks of a unit's plan: as printed, as read, and how they stand",
    tags: ['tasks'],
    params: UnitParams,
    querystring: z.strictObject({ asOf: AsOf, knownOn: KnownOn }),
    response: {
      200: answer({
        unit: AdministrativeUnit,
        asOf: Quarter,
        knownOn: z.string().nullable().meta({ description: 'null: as known today' }),
        items: z.array(TaskItem.extend({ mayReport: z.boolean() })),
      }),
    },
  },
})

const TaskParams = UnitParams.extend({ number: z.string() })

/** Everything that was ever reported on a task. */
export const listTaskUpdates = endpoint({
  method: 'GET',
  url: `${url}/:number/reports`,
  right: 'public',
  subject: 'task',
  schema: {
    summary: 'Every revision of what was reported on a task, oldest first',
    tags: ['tasks'],
    params: TaskParams,
    querystring: z.strictObject({}),
    response: { 200: answer({ unit: AdministrativeUnit, items: z.array(TaskUpdate) }) },
  },
})

export const TaskUpdateInput = z
  .strictObject({
    status: TaskStatus,
    note: text(longest.note).min(1, 'Hãy ghi tiến độ thực hiện'),
    result: text(longest.note).nullish(),
    spent: Money.nullish(),
    people: z.int().min(0).max(mostPeople).nullish(),
    completedOn: Day.nullish().meta({ description: 'Due with the status completed, and only then' }),
    reason: text(longest.note).nullish().meta({ description: 'Due where it replaces an earlier report' }),
    revision: z.int().min(0).meta({ description: 'The revision it was made on, 0 for none; 409 when stale' }),
  })
  .refine(({ status, completedOn }) => status !== 'completed' || completedOn != null, {
    path: ['completedOn'],
    error: 'Hãy ghi ngày hoàn thành',
  })
  .refine(({ status, completedOn }) => status === 'completed' || completedOn == null, {
    path: ['completedOn'],
    error: 'Chỉ ghi ngày hoàn thành khi nhiệm vụ đã hoàn thành',
  })

/** States how far a task is in a quarter, as a new revision. */
export const updateTask = endpoint({
  method: 'PUT',
  url: `${url}/:number/reports/:period`,
  right: 'updateTask',
  subject: 'task',
  schema: {
    summary: 'Report on a task in a quarter',
    tags: ['tasks'],
    params: TaskParams.extend({ period: Quarter }),
    body: TaskUpdateInput,
    response: { 200: answer({ reports: z.array(TaskUpdate) }) },
  },
})

/** Keeps a file as a product of a task. */
export const addTaskDocument = endpoint({
  method: 'POST',
  url: `${url}/:number/documents`,
  right: 'updateTask',
  subject: 'task',
  schema: {
    summary:
      'Add a product. Body: multipart/form-data with `file` (pdf, docx, xlsx, png, jpg, at most 10 MB)',
    tags: ['tasks'],
    params: TaskParams,
    response: { 200: TaskDocument },
  },
})
