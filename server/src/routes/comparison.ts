import { countedMeasurementsOfCity, targetsInForceOfCity } from '@moc57/db'
import {
  type AdministrativeUnit,
  type CountedMeasurement,
  cityFigure,
  exactValue,
  fileResponse,
  type Indicator,
  type MilestoneTarget,
  type Output,
  oriented,
  type Progress,
  progressOf,
  rankUnits,
} from '@moc57/shared'
import { type ComparisonItem, type ComparisonQuery, readComparison } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { comparedOf } from '../compared.ts'
import type { Context } from '../context.ts'
import { comparisonCsv, comparisonWorkbook } from '../exports/comparison-sheets.ts'
import { fileTypes, sendAsFile } from '../exports/send-as-file.ts'
import { type View, viewOf } from '../view.ts'

export const comparisonRoutes: FastifyPluginAsyncZod<Context> = async (
  app,
  { database, calendar, notice },
) => {
  const compare = (query: ComparisonQuery) => {
    const view = viewOf(query, calendar())
    const { asOf, knownBefore } = view
    const { indicators, units } = comparedOf(database, query)
    const measurements = countedMeasurementsOfCity(database, asOf, knownBefore)
    const targets = targetsInForceOfCity(database, asOf, knownBefore)
    return {
      notice,
      asOf,
      knownOn: query.knownOn ?? null,
      units,
      items: indicators.map((indicator) =>
        compareUnits(units, indicator, view, (unitCode) => ({
          measurements: measurements.get(unitCode)?.get(indicator.number) ?? [],
          targets: targets(unitCode, indicator.number),
        })),
      ),
    }
  }
  const config = { kept: true }
  const { querystring, tags } = readComparison.schema

  app.route({ ...readComparison, config, handler: async ({ query }) => compare(query) })

  app.get(`${readComparison.url}.csv`, {
    schema: {
      querystring,
      tags,
      summary: 'The same as CSV (UTF-8 with BOM), a line a unit and indicator',
      response: fileResponse(fileTypes.csv),
    },
    config,
    handler: async ({ query }, reply) => {
      const comparison = compare(query)
      sendAsFile(reply, 'csv', fileName(comparison))
      return comparisonCsv(comparison)
    },
  })

  app.get(`${readComparison.url}.xlsx`, {
    schema: {
      querystring,
      tags,
      summary: 'The same as a workbook: results, and statuses',
      response: fileResponse(fileTypes.xlsx),
    },
    config,
    handler: async ({ query }, reply) => {
      const comparison = compare(query)
      sendAsFile(reply, 'xlsx', fileName(comparison))
      return comparisonWorkbook(comparison)
    },
  })
}

function fileName({ notice, asOf, knownOn }: Output<typeof readComparison>): (string | null)[] {
  return [notice && 'minh-hoa', 'so-sanh', asOf, knownOn && `biet-den-${knownOn}`]
}

type Known = { measurements: readonly CountedMeasurement[]; targets: readonly MilestoneTarget[] }

function compareUnits(
  units: readonly AdministrativeUnit[],
  indicator: Indicator,
  view: View,
  knownOf: (unitCode: string) => Known,
): ComparisonItem {
  const standings = units.map(({ code }) => {
    const known = knownOf(code)
    const progress = progressOf({ ...view, indicator, ...known })
    const latest = known.measurements.find(({ period }) => period === progress.period)
    // What nobody has approved is shown with its mark, but it neither ranks nor goes into the city's figure.
    const approved = latest?.state === 'approved' ? latest : undefined
    const value = approved && exactValue(approved)
    return { progress, approved, ranked: value ? oriented(value, indicator.direction) : null }
  })
  const column = <Value>(of: (progress: Progress) => Value) => standings.map(({ progress }) => of(progress))
  return {
    number: indicator.number,
    shortName: indicator.shortName,
    unitOfMeasure: indicator.unitOfMeasure,
    naturalMaximum: indicator.naturalMaximum,
    groupCode: indicator.group.code,
    city: cityFigure(standings.flatMap(({ approved }) => approved ?? [])),
    value: column(({ value }) => value),
    period: column(({ period }) => period),
    comparator: column(({ comparator }) => comparator),
    status: column(({ status }) => status),
    gap: column(({ next }) => next?.gap ?? null),
    rank: rankUnits(standings.map(({ ranked }) => ranked)),
    flags: column(({ flags }) => flags),
  }
}
