import {
  type Database,
  isCounted as isCountedState,
  readPlanView,
  readReportingWindow,
  revisionsOfQuarter,
  type StoredRevision,
} from '@moc57/db'
import {
  type AdministrativeUnit,
  type CountedMeasurement,
  type Quarter,
  quartersBetween,
  quartersOf,
  type ReportedIndicator,
  type ReportFigures,
  type ReportPeriod,
  reportFigures,
  reportKind,
  reportWindow,
  unitTitle,
} from '@moc57/shared'
import type { Context } from '../http/context.ts'

/**
 * What a report of the unit says of the figures today. The last quarter of its period gives its latest figures, also
 * those that wait for approval, which make it a draft; of the quarters before only what counts.
 */
export function figuresOfUnit(
  { database, calendar, notice }: Context,
  unit: AdministrativeUnit,
  period: ReportPeriod,
): ReportFigures {
  const { last } = quartersOf(period)
  const { today, closed } = calendar()
  const revisions = revisionsOfUnitQuarter(database, unit.code, period)
  const { plan, items } = readPlanView(database, unit, { asOf: last })

  const indicators = items.map((planned): ReportedIndicator => {
    const ofIndicator = revisions.get(planned.indicator.number) ?? []
    const waiting = waitingFigure(ofIndicator, last)
    const measurements = withFigure(planned.measurements, waiting)
    const latest = measurements.at(-1)
    return {
      ...planned,
      measurements,
      source:
        ofIndicator.findLast((figure) => figure.period === latest?.period && figure.state === latest.state) ??
        null,
    }
  })
  const isUnapproved = ({ measurements }: ReportedIndicator) => !isCounted(measurements.at(-1))
  // Until the due day what is not there yet may still come.
  const isIncomplete = indicators.some(({ measurements }) => measurements.at(-1)?.period !== last)
  const { from, to, dueOn } = reportWindow(period, (quarter) => readReportingWindow(database, quarter))
  return reportFigures({
    period,
    closed,
    takenOn: today,
    isDraft:
      indicators.some(isUnapproved) || (reportKind(period) !== 'month' && today <= dueOn && isIncomplete),
    notice,
    unitName: unitTitle(unit),
    window: { from, to },
    planNote:
      plan.source === 'own'
        ? null
        : `Mục tiêu nêu trong báo cáo tham chiếu Phụ lục 01 của ${unitTitle(plan.unit)}; mục tiêu riêng của đơn vị thay cho mục tiêu tham chiếu ở nơi có.`,
    indicators,
  })
}

/** Whether the unit has any figure of the period. */
export function hasFigures({ annex }: ReportFigures): boolean {
  return annex.some(({ current, note }) => current !== null || note.includes('Mẫu số bằng 0'))
}

function revisionsOfUnitQuarter(
  database: Database,
  unitCode: string,
  period: ReportPeriod,
): Map<number, StoredRevision[]> {
  const { first, last } = quartersOf(period)
  const revisions = quartersBetween(first, last).flatMap((quarter) =>
    revisionsOfQuarter(database, unitCode, quarter),
  )
  return Map.groupBy(revisions, ({ number }) => number)
}

/** The latest figure of the quarter that nobody has approved yet; one that was taken back is none. */
function waitingFigure(revisions: readonly StoredRevision[], quarter: Quarter) {
  const latest = revisions.findLast(({ period }) => period === quarter)
  const isFigure = latest && (latest.value !== null || latest.denominator !== null)
  return isFigure && !isCounted(latest) ? latest : undefined
}

function withFigure(
  counted: readonly CountedMeasurement[],
  figure: CountedMeasurement | undefined,
): CountedMeasurement[] {
  return figure ? [...counted.filter(({ period }) => period !== figure.period), figure] : [...counted]
}

function isCounted(figure: CountedMeasurement | undefined): boolean {
  return !figure || isCountedState(figure.state)
}
