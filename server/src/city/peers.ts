import { findUnit } from '@moc57/db'
import {
  type AdministrativeUnit,
  cityFigure,
  gapOut,
  type Indicator,
  isRecent,
  type MiddleHalf,
  middleHalf,
  type Output,
  peerPlace,
  type Quarter,
  quarterNumber,
  type Rational,
  round,
  toNumber,
  valuePlaces,
} from '@moc57/shared'
import { PeerFileQuery, type PeerItem, type PeerQuery, readPeers, worstFirst } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../http/context.ts'
import { serveTableFiles } from '../http/files/send-as-file.ts'
import { badField } from '../http/problem.ts'
import { costly } from '../http/rates.ts'
import { viewOf } from '../http/view.ts'
import { itemHead } from '../indicators/item-head.ts'
import { comparedOf } from './compared.ts'
import { type Place, type PlaceOf, placeOf } from './comparison.ts'
import { peersCsv, peersWorkbook } from './peers-sheets.ts'

/** A unit among its like, and two to four units side by side. */
export const peerRoutes: FastifyPluginAsyncZod<Context> = async (app, { database, calendar, notice }) => {
  const peersOf = (query: PeerQuery): Output<typeof readPeers> => {
    const view = viewOf(query, calendar())
    const { indicators, units: all } = comparedOf(database, {})
    const units = query.units.map((code, index) => {
      const unit = findUnit(database, code)
      if (!unit) throw badField(`#/units/${index}`, `Không có đơn vị mang mã “${code}”.`)
      return unit
    })
    const among = query.among ?? 'type'
    const others = all.filter(
      ({ code, type }) => !query.units.includes(code) && (among === 'all' || type === units[0]?.type),
    )
    const place = placeOf(database, view)
    return {
      notice,
      asOf: view.asOf,
      knownOn: query.knownOn ?? null,
      among,
      units,
      others: others.length,
      items: indicators.map((indicator) =>
        peerItem(indicator, { all, units, others }, { place, asOf: view.asOf }),
      ),
    }
  }
  const config = { cached: true, ...costly }
  app.route({ ...readPeers, config, handler: async ({ query }) => peersOf(query) })

  serveTableFiles(app, {
    of: readPeers,
    querystring: PeerFileQuery,
    config,
    read: ({ query: { sapXep, ...query } }) => {
      const peers = peersOf(query)
      return sapXep ? { ...peers, items: peers.items.toSorted(worstFirst) } : peers
    },
    nameOf: ({ units, asOf }) => ['so-voi-don-vi-khac', ...units.map(({ code }) => code), asOf],
    csv: { summary: 'The same as CSV (UTF-8 with BOM), a line a unit and indicator', write: peersCsv },
    xlsx: { summary: 'The same as a workbook, a row an indicator', write: peersWorkbook },
  })
}

type Compared = Record<'all' | 'units' | 'others', readonly AdministrativeUnit[]>

function peerItem(
  indicator: Indicator,
  { all, units, others }: Compared,
  { place, asOf }: { place: PlaceOf; asOf: Quarter },
): PeerItem {
  const approvedOf = (unit: AdministrativeUnit) => {
    const { latest } = place(unit.code, indicator)
    // What nobody has approved is shown with its mark, but it moves neither the city's figure nor the middle half.
    return latest?.measurement.state === 'approved' ? [latest] : []
  }
  const now = quarterNumber(asOf)
  // An old value says nothing of today: neither of the others nor of the unit among them.
  const isOfToday = ({ quarter }: { quarter: number }) => isRecent(quarter, now)
  const values = others
    .flatMap(approvedOf)
    .filter(isOfToday)
    .map(({ value }) => value)
  const middle = middleHalf(values)
  const positions = units.map(({ code }) => place(code, indicator))
  const column = <Value>(of: (place: Place) => Value) => positions.map(of)
  return {
    ...itemHead(indicator),
    city: cityFigure(
      all.flatMap(approvedOf).map(({ measurement }) => measurement),
      asOf,
    ),
    middle: middle && { ...rounded(middle), units: values.length },
    value: column(({ latest }) => (latest ? toNumber(latest.value) : null)),
    period: column(({ latest }) => latest?.measurement.period ?? null),
    comparator: column(({ latest }) => latest?.measurement.comparator ?? null),
    status: column(({ status }) => status),
    gap: column(({ compared: { gap } }) => gap && gapOut(gap)),
    flags: column(({ flags }) => flags),
    place: column(({ latest }) =>
      middle && latest && isOfToday(latest) ? peerPlace(latest.value, middle) : null,
    ),
  }
}

/** To the decimals that values are stored with; where a value lies is decided before. */
function rounded({ lower, median, upper }: MiddleHalf) {
  const number = (value: Rational) => toNumber(round(value, valuePlaces))
  return { lower: number(lower), median: number(median), upper: number(upper) }
}
