/** Steps that read well: 1, 2, 2.5, 5 times a power of ten. */
const niceSteps = [1, 2, 2.5, 5, 10]
const mostTicks = 5

/**
 * The value axis: from 0 to the natural maximum, unless everything lies in its lower half (a target of 3 %): then to
 * a round number above the highest figure, so that the target stays readable.
 */
export function valueTicks(figures: readonly number[], naturalMaximum: number | null): number[] {
  const highest = Math.max(0, ...figures)
  const whole = naturalMaximum !== null && highest > naturalMaximum / 2
  const wanted = whole ? Math.max(naturalMaximum, highest) : highest * 1.25 || 1
  const step = niceStep(wanted / mostTicks)
  const count = Math.ceil(wanted / step - 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)))
}

/**
 * The value axis of a stretch of the way: from a round number below its lowest figure, so that the measured points
 * part from each other; from 0 where the figures reach down to it anyway.
 */
export function closeTicks(figures: readonly number[], naturalMaximum: number | null): number[] {
  const [lowest, highest] = [Math.max(0, Math.min(...figures)), Math.max(0, ...figures)]
  const room = (highest - lowest) * 0.25 || highest * 0.1
  const step = niceStep((highest - lowest + 2 * room) / mostTicks || 1)
  const first = Math.max(0, Math.floor((lowest - room) / step + 1e-9))
  const top = Math.min(highest + room, Math.max(naturalMaximum ?? Number.POSITIVE_INFINITY, highest))
  const last = Math.max(first + 1, Math.ceil(top / step - 1e-9))
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
}

function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const step = niceSteps.find((nice) => nice * power >= least * (1 - 1e-9)) ?? 10
  return step * power
}
