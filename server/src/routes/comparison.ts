import { citySeries, type Database, targetsInForceOfCity } from '@moc57/db'
import {
  type AdministrativeUnit,
  cityFigure,
  type Indicator,
  type MilestoneTarget,
  oriented,
  type Path,
  type Position,
  pathOf,
  positionOf,
  quarterNumber,
  rankUnits,
  toNumber,
} from '@moc57/shared'
import {
  ComparisonFileQuery,
  type ComparisonItem,
  type ComparisonQuery,
  readComparison,
} from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { comparedOf } from '../compared.ts'
import type { Context } from '../context.ts'
import { comparisonCsv, comparisonWorkbook } from '../exports/comparison-sheets.ts'
import { serveTableFiles } from '../exports/send-as-file.ts'
import { type View, viewOf } from '../view.ts'

export const comparisonRoutes: FastifyPluginAsyncZod<Context> = async (
  app,
  { database, calendar, notice },
) => {
  const compare = (query: ComparisonQuery) => {
    const view = viewOf(query, calendar())
    const { asOf } = view
    const { indicators, units } = comparedOf(database, query)
    const place = placeOf(database, view)
    return {
      notice,
      asOf,
      knownOn: query.knownOn ?? null,
      units,
      items: indicators.map((indicator) => compareUnits(units, indicator, place)),
    }
  }
  const config = { kept: true }
  const { tags } = readComparison.schema

  app.route({
    ...readComparison,
    config,
    // The types hold it to its schema; checking every place of every column takes longer than making them.
    serializerCompiler: () => JSON.stringify,
    handler: async ({ query }) => compare(query),
  })

  serveTableFiles(app, {
    url: readComparison.url,
    tags,
    querystring: ComparisonFileQuery,
    config,
    read: ({ query: { sapXep = 'thu-tu', ...query } }) => ({ ...compare(query), order: sapXep }),
    nameOf: ({ asOf }) => ['so-sanh', asOf],
    csv: { summary: 'The same as CSV (UTF-8 with BOM), a line a unit and indicator', write: comparisonCsv },
    xlsx: { summary: 'The same as a workbook: results, and statuses', write: comparisonWorkbook },
  })
}

export type PlaceOf = (unitCode: string, indicator: Indicator) => Position

/** Where an indicator of a unit stands in the view. */
export function placeOf(database: Database, { asOf, closed, knownBefore }: View): PlaceOf {
  const series = citySeries(database, asOf, knownBefore)
  const targets = targetsInForceOfCity(database, asOf, knownBefore)
  const now = quarterNumber(asOf)
  const paths = new Map<readonly MilestoneTarget[], Path>()
  const pathTo = (milestones: readonly MilestoneTarget[]) => {
    const path = paths.get(milestones) ?? pathOf(milestones, now)
    paths.set(milestones, path)
    return path
  }
  return (unitCode, indicator) =>
    positionOf({
      now,
      closed: quarterNumber(closed),
      indicator,
      path: pathTo(targets(unitCode, indicator.number)),
      series: series(unitCode, indicator.number),
    })
}

function compareUnits(
  units: readonly AdministrativeUnit[],
  indicator: Indicator,
  place: PlaceOf,
): ComparisonItem {
  const positions = units.map(({ code }) => place(code, indicator))
  // What nobody has approved is shown with its mark, but it neither ranks nor goes into the city's figure.
  const approved = positions.map(({ latest }) => (latest?.measurement.state === 'approved' ? latest : null))
  const column = <Value>(of: (position: Position) => Value) => positions.map(of)
  return {
    number: indicator.number,
    shortName: indicator.shortName,
    unitOfMeasure: indicator.unitOfMeasure,
    naturalMaximum: indicator.naturalMaximum,
    groupCode: indicator.group.code,
    city: cityFigure(approved.flatMap((figure) => figure?.measurement ?? [])),
    value: column(({ latest }) => (latest ? toNumber(latest.value) : null)),
    period: column(({ latest }) => latest?.measurement.period ?? null),
    comparator: column(({ latest }) => latest?.measurement.comparator ?? null),
    status: column(({ status }) => status),
    gap: column(({ gap }) => gap && toNumber(gap)),
    rank: rankUnits(approved.map((figure) => figure && oriented(figure.value, indicator.direction))),
    flags: column(({ flags }) => flags),
  }
}
