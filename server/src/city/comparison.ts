import { citySeries, type Database, targetsInForceOfCity } from '@moc57/db'
import {
  type AdministrativeUnit,
  type Bound,
  cityFigure,
  type Distance,
  distanceTo,
  gapOut,
  type Indicator,
  isRecent,
  type MilestoneTarget,
  measured,
  oriented,
  type Path,
  type Position,
  pathOf,
  positionOf,
  type Quarter,
  quarterNumber,
  rankUnits,
  shareOut,
  toNumber,
} from '@moc57/shared'
import {
  ComparisonFileQuery,
  type ComparisonItem,
  type ComparisonQuery,
  readComparison,
} from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { serveTableFiles } from '../http/files/send-as-file.ts'
import { costly } from '../http/rates.ts'
import { type View, viewOf } from '../http/view.ts'
import { itemHead } from '../indicators/item-head.ts'
import { comparedOf } from './compared.ts'
import { comparisonCsv, comparisonWorkbook } from './comparison-sheets.ts'

export const comparisonRoutes: FastifyPluginAsyncZod<Context> = async (
  app,
  { database, calendar, notice },
) => {
  const compare = (query: ComparisonQuery) => {
    const view = viewOf(query, calendar())
    const { asOf } = view
    const { indicators, units } = comparedOf(database, query)
    const place = placeOf(database, view, query.milestone)
    return {
      notice,
      asOf,
      knownOn: query.knownOn ?? null,
      units,
      items: indicators.map((indicator) => compareUnits(units, indicator, place, view.asOf)),
    }
  }
  const config = { cached: true, ...costly }
  app.route({
    ...readComparison,
    config,
    // The types hold it to its schema; checking every place of every column takes longer than making them.
    serializerCompiler: () => JSON.stringify,
    handler: async ({ query }) => compare(query),
  })

  serveTableFiles(app, {
    of: readComparison,
    querystring: ComparisonFileQuery,
    config,
    read: ({ query: { sapXep = 'thu-tu', ...query } }) => ({ ...compare(query), order: sapXep }),
    nameOf: ({ asOf }) => ['so-sanh', asOf],
    csv: { summary: 'The same as CSV (UTF-8 with BOM), a line a unit and indicator', write: comparisonCsv },
    xlsx: { summary: 'The same as a workbook: results, and statuses', write: comparisonWorkbook },
  })
}

/** How an indicator of a unit stands, and how far it is from the milestone it is compared to. */
export type Place = Position & { compared: Distance & { milestone: number | null; bound: Bound | null } }
export type PlaceOf = (unitCode: string, indicator: Indicator) => Place

/** Where an indicator of a unit stands in the view, compared to its next milestone or to that of a year. */
export function placeOf(
  database: Database,
  { asOf, closed: closedQuarter, recordedBefore }: View,
  milestone: ComparisonQuery['milestone'] = 'next',
): PlaceOf {
  const series = citySeries(database, asOf, recordedBefore)
  const targets = targetsInForceOfCity(database, asOf, recordedBefore)
  const now = quarterNumber(asOf)
  const closed = Math.min(quarterNumber(closedQuarter), now)
  const paths = new Map<readonly MilestoneTarget[], Path>()
  const pathTo = (milestones: readonly MilestoneTarget[], direction: Indicator['direction']) => {
    const path = paths.get(milestones) ?? pathOf(milestones, now, direction)
    paths.set(milestones, path)
    return path
  }
  return (unitCode, indicator) => {
    const { direction } = indicator
    const path = pathTo(targets(unitCode, indicator.number), direction)
    const ofUnit = series(unitCode, indicator.number)
    const position = positionOf({ now, closed, indicator: measured(indicator), path, series: ofUnit })
    const asked =
      milestone === 'next' ? path.next : path.milestones.find(({ year }) => String(year) === milestone)
    const { latest } = position
    const distance = distanceTo(asked, { now, closed, latest, series: ofUnit, direction })
    return {
      ...position,
      compared: { ...distance, milestone: asked?.year ?? null, bound: asked?.bound ?? null },
    }
  }
}

function compareUnits(
  units: readonly AdministrativeUnit[],
  indicator: Indicator,
  place: PlaceOf,
  asOf: Quarter,
): ComparisonItem {
  const places = units.map(({ code }) => place(code, indicator))
  const now = quarterNumber(asOf)
  // What nobody has approved is shown with its mark, but it neither ranks nor goes into the city's figure.
  const approved = places.map(({ latest }) => (latest?.measurement.state === 'approved' ? latest : null))
  const column = <Value>(of: (place: Place) => Value) => places.map(of)
  return {
    ...itemHead(indicator),
    city: cityFigure(
      approved.flatMap((figure) => figure?.measurement ?? []),
      asOf,
    ),
    value: column(({ latest }) => (latest ? toNumber(latest.value) : null)),
    period: column(({ latest }) => latest?.measurement.period ?? null),
    comparator: column(({ latest }) => latest?.comparator ?? null),
    status: column(({ status }) => status),
    milestone: column(({ compared }) => compared.milestone),
    bound: column(({ compared: { bound } }) => bound && toNumber(bound.value)),
    strict: column(({ compared: { bound } }) => bound?.strict ?? false),
    gap: column(({ compared: { gap } }) => gap && gapOut(gap)),
    missingShare: column(({ compared: { missingShare } }) => missingShare && shareOut(missingShare)),
    verdict: column(({ compared }) => compared.verdict),
    rank: rankUnits(
      approved.map((figure) =>
        figure && isRecent(figure.quarter, now) ? oriented(figure.value, indicator.direction) : null,
      ),
    ),
    flags: column(({ flags }) => flags),
  }
}
