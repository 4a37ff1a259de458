import { countedMeasurementsOfCity, targetsInForceOfCity } from '@moc57/db'
import {
  type CountedMeasurement,
  cityFigure,
  exactValue,
  firstQuarter,
  type Movement,
  movementOf,
  type Output,
  type Quarter,
  quarterInText,
  shiftQuarter,
} from '@moc57/shared'
import { MovementFileQuery, type MovementItem, type MovementQuery, readMovement } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { serveTableFiles } from '../http/files/send-as-file.ts'
import { badField } from '../http/problem.ts'
import { costly } from '../http/rates.ts'
import { viewOf } from '../http/view.ts'
import { comparedOf } from './compared.ts'
import { movementCsv, movementWorkbook } from './movement-sheets.ts'

type Answer = Output<typeof readMovement>

export const movementRoutes: FastifyPluginAsyncZod<Context> = async (app, { database, calendar, notice }) => {
  const moved = (query: MovementQuery): Answer => {
    const { asOf: to, recordedBefore } = viewOf({ asOf: query.to, knownOn: query.knownOn }, calendar())
    const from = query.from ?? (to > firstQuarter ? shiftQuarter(to, -1) : to)
    if (from >= to) {
      throw badField('#/from', `Kỳ đầu (${quarterInText(from)}) phải trước kỳ sau (${quarterInText(to)}).`)
    }
    const { indicators, units } = comparedOf(database, query)
    const measurements = countedMeasurementsOfCity(database, to, recordedBefore)
    const targetsFrom = targetsInForceOfCity(database, from, recordedBefore)
    const targetsTo = targetsInForceOfCity(database, to, recordedBefore)

    const items = indicators.map(({ number, shortName, unitOfMeasure, direction, group }): MovementItem => {
      const counted = units.map(({ code }) => measurements.get(code)?.get(number) ?? [])
      const movements = units.map(({ code }, place) =>
        movementOf({
          from: { asOf: from, targets: targetsFrom(code, number) },
          to: { asOf: to, targets: targetsTo(code, number) },
          direction,
          measurements: counted[place] ?? [],
        }),
      )
      const column = <Name extends keyof Movement>(name: Name) => movements.map((movement) => movement[name])
      return {
        number,
        shortName,
        unitOfMeasure,
        direction,
        groupCode: group.code,
        city: { before: figureAt(counted, from), after: figureAt(counted, to) },
        before: column('before'),
        after: column('after'),
        change: column('change'),
        kind: column('kind'),
      }
    })
    return { notice, from, to, knownOn: query.knownOn ?? null, units, items }
  }
  const config = { cached: true, ...costly }
  app.route({ ...readMovement, config, handler: async ({ query }) => moved(query) })

  serveTableFiles(app, {
    of: readMovement,
    querystring: MovementFileQuery,
    config,
    read: ({ query: { sapXep, loaiBienDong, ...query } }) => ({
      ...moved(query),
      listed: loaiBienDong && [loaiBienDong],
      isSorted: sapXep !== undefined,
    }),
    nameOf: ({ from, to }) => ['bien-dong', from, to],
    csv: { summary: 'The same as CSV (UTF-8 with BOM), a line a unit and indicator', write: movementCsv },
    xlsx: {
      summary: 'The same as a workbook: counts by indicator, and the changes',
      write: movementWorkbook,
    },
  })
}

/** The city's figure at a quarter, of the units whose latest value was approved. */
function figureAt(counted: readonly (readonly CountedMeasurement[])[], asOf: Quarter) {
  const latest = counted.flatMap(
    (ofUnit) => ofUnit.findLast((figure) => figure.period <= asOf && exactValue(figure) !== null) ?? [],
  )
  return cityFigure(
    latest.filter(({ state }) => state === 'approved'),
    asOf,
  )
}
