import type {
  CountedMeasurement,
  MilestoneTarget,
  ProgressFlag,
  ProgressInput,
  ProgressStatus,
  Verdict,
} from '@moc57/shared'

/*
 * A second engine, written from section 3 of the contract alone, so that the first can be held against it. It shares
 * no code with it: values are pairs of whole numbers, every decision is one cross-multiplication. Good for figures of
 * at most four decimals.
 */

/** Numerator and denominator, the denominator above zero. */
export type Fraction = readonly [bigint, bigint]

type Known = { at: number; is: Fraction; of: CountedMeasurement }

export type ReferenceProgress = {
  status: ProgressStatus
  value: Fraction | null
  period: string | null
  gaps: (Fraction | null)[]
  verdicts: (Verdict | null)[]
  milestone: number | null
  anchor: { period: string; value: Fraction; assumed: boolean } | null
  ratio: Fraction | null
  expected: Fraction | null
  neededPerQuarter: Fraction | null
  flags: ProgressFlag[]
}

const quarterOf = (period: string): number => {
  const [year, quarter] = period.split('-Q')
  return 4 * Number(year) + (Number(quarter) - 1)
}

const lastQuarterOf = (year: number): number => 4 * year + 3

const whole = (figure: number): bigint => BigInt(Math.round(figure * 10_000))

const fraction = (n: bigint, d: bigint): Fraction => (d < 0n ? [-n, -d] : [n, d])

const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d - c * b, b * d]

function figureOf({ value, numerator, denominator }: CountedMeasurement): Fraction | null {
  if (numerator !== null && denominator !== null)
    return denominator === 0 ? null : fraction(100n * whole(numerator), whole(denominator))
  return value === null ? null : [whole(value), 10_000n]
}

/** How far the value is past the bound on the good side: below zero is still missing. */
const surplus = (value: Fraction, bound: Fraction, better: bigint): bigint => better * minus(value, bound)[0]

export function referenceProgress(input: ProgressInput): ReferenceProgress {
  const now = quarterOf(input.asOf)
  const better = input.indicator.direction === 'increase' ? 1n : -1n
  const known: Known[] = []
  for (const of of input.measurements) {
    const [at, is] = [quarterOf(of.period), figureOf(of)]
    if (is !== null && at <= now) known.push({ at, is, of })
  }
  /** The newest one that is not after a quarter. */
  const newestUpTo = (quarter: number) => {
    let newest: Known | undefined
    for (const one of known) if (one.at <= quarter && (!newest || one.at > newest.at)) newest = one
    return newest
  }
  const latest = newestUpTo(now)

  const due = input.targets
    .filter((target) => target.lower !== null)
    .map((target) => ({
      year: target.milestone,
      at: lastQuarterOf(target.milestone),
      bound: [whole(target.lower ?? 0), 10_000n] as Fraction,
    }))
  const ahead = due.filter(({ at }) => at >= now)
  const nearest =
    ahead.length > 0 ? Math.min(...ahead.map(({ at }) => at)) : Math.max(...due.map(({ at }) => at))
  const goal = due.find(({ at }) => at === nearest)
  const dates = input.targets.map(({ milestone }) => lastQuarterOf(milestone))
  const lastPassed = Math.max(...dates.filter((at) => at < now))
  const atPassed = newestUpTo(lastPassed)
  let first: Known | undefined
  for (const one of known) if (!first || one.at < first.at) first = one
  const from = goal && (atPassed ?? first)

  const result: ReferenceProgress = {
    status: 'noData',
    value: latest?.is ?? null,
    period: latest?.of.period ?? null,
    gaps: input.targets.map(({ lower }) => {
      if (lower === null || !latest) return null
      const [n, d] = minus([whole(lower), 10_000n], latest.is)
      return [better * n, d]
    }),
    verdicts: input.targets.map((target) => verdict(target, now, better, newestUpTo)),
    milestone: goal?.year ?? null,
    anchor: from ? { period: from.of.period, value: from.is, assumed: atPassed === undefined } : null,
    ratio: null,
    expected: null,
    neededPerQuarter: null,
    flags: [
      ...(latest && now - latest.at > 4 ? (['stale'] as const) : []),
      ...(latest?.of.state === 'unverified' ? (['unverified'] as const) : []),
      ...(from && !atPassed ? (['assumedBaseline'] as const) : []),
    ],
  }
  if (!goal) return { ...result, status: 'noTarget' }
  if (!latest || !from) return result
  if (surplus(latest.is, goal.bound, better) >= 0n) return { ...result, status: 'achieved' }
  if (now >= goal.at) return { ...result, status: 'missed' }

  const missing = minus(goal.bound, latest.is)
  // What is still to be done, like the gap: above zero whichever way is better.
  result.neededPerQuarter = fraction(better * missing[0], missing[1] * BigInt(goal.at - now))
  if (surplus(from.is, goal.bound, better) >= 0n) return { ...result, expected: goal.bound, status: 'lost' }

  const [wayN, wayD] = minus(goal.bound, from.is)
  const length = BigInt(goal.at - from.at)
  // vA + way · walked / length
  result.expected = fraction(
    from.is[0] * wayD * length + wayN * BigInt(now - from.at) * from.is[1],
    from.is[1] * wayD * length,
  )
  if (latest.at === from.at) return { ...result, status: 'insufficientData' }

  const [goneN, goneD] = minus(latest.is, from.is)
  const ratio = fraction(goneN * wayD * length, goneD * wayN * BigInt(latest.at - from.at))
  return { ...result, ratio, status: byPace(ratio) }
}

function byPace([n, d]: Fraction): ProgressStatus {
  if (100n * n >= 95n * d) return 'onTrack'
  if (100n * n >= 60n * d) return 'needsAcceleration'
  return n >= 0n ? 'behind' : 'regressing'
}

function verdict(
  { milestone, lower }: MilestoneTarget,
  now: number,
  better: bigint,
  newestUpTo: (quarter: number) => Known | undefined,
): Verdict | null {
  const at = lastQuarterOf(milestone)
  if (lower === null || at > now) return null
  const judged = newestUpTo(at)
  if (!judged || at - judged.at > 4) return 'notReported'
  return surplus(judged.is, [whole(lower), 10_000n], better) >= 0n ? 'met' : 'missed'
}
