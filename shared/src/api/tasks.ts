import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { endpoint } from '../endpoint.ts'
import { Task } from '../task.ts'
import { answer, UnitParams } from './parts.ts'

/** The tasks of a unit's plan: Phụ lục 02 for Kiến An, none for a unit that has not named its own. */
export const listTasks = endpoint({
  method: 'GET',
  url: '/api/units/:unitCode/tasks',
  schema: {
    summary: "The tasks of a unit's plan, as printed",
    tags: ['plan'],
    params: UnitParams,
    querystring: z.strictObject({}),
    response: { 200: answer({ unit: AdministrativeUnit, items: z.array(Task) }) },
  },
})
