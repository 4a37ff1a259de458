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

type Known = { at: number; is: bigint; above: boolean; of: CountedMeasurement }

export type ReferenceProgress = {
  status: ProgressStatus
  /** In ten-thousandths, like the gaps. */
  value: bigint | null
  period: string | null
  gaps: (bigint | null)[]
  verdicts: (Verdict | null)[]
  judged: (string | null)[]
  milestone: number | null
  anchor: { period: string; value: bigint; assumed: boolean } | null
  ratio: Fraction | null
  expected: Fraction | null
  neededPerQuarter: Fraction | null
  missingShare: Fraction | null
  flags: ProgressFlag[]
}

const quarterOf = (period: string): number => {
  const [year, quarter] = period.split('-Q')
  return 4 * Number(year) + (Number(quarter) - 1)
}

const lastQuarterOf = (year: number): number => 4 * year + 3

const whole = (figure: number): bigint => BigInt(Math.round(figure * 10_000))

const fraction = (n: bigint, d: bigint): Fraction => (d < 0n ? [-n, -d] : [n, d])

/** In ten-thousandths; a share is rounded half up, once. */
function figureOf({ value, numerator, denominator }: CountedMeasurement): bigint | null {
  if (numerator === null || denominator === null) return value === null ? null : whole(value)
  if (denominator === 0) return null
  const [n, d] = [whole(numerator), whole(denominator)]
  return (2n * 1_000_000n * n + d) / (2n * d)
}

/** What counts of the figures of an indicator. */
class Series {
  private readonly known: Known[] = []
  constructor(measurements: readonly CountedMeasurement[], now: number) {
    for (const of of measurements) {
      const [at, is] = [quarterOf(of.period), figureOf(of)]
      if (is !== null && at <= now) this.known.push({ at, is, above: of.comparator !== null, of })
    }
  }
  upTo(quarter: number): Known | undefined {
    let newest: Known | undefined
    for (const one of this.known) if (one.at <= quarter && (!newest || one.at > newest.at)) newest = one
    return newest
  }
  first(): Known | undefined {
    let first: Known | undefined
    for (const one of this.known) if (!first || one.at < first.at) first = one
    return first
  }
}

export function referenceProgress(input: ProgressInput): ReferenceProgress {
  const t = quarterOf(input.asOf)
  const c = Math.min(quarterOf(input.closed), t)
  const up = input.indicator.direction === 'increase'
  const series = new Series(input.measurements, t)
  const v = series.upTo(t)
  const boundOf = (target: MilestoneTarget) => {
    const bound = up ? target.lower : target.upper
    return bound === null ? null : whole(bound)
  }
  const gapOf = (figure: Known, bound: bigint) => (up ? bound - figure.is : figure.is - bound)
  const strictFor = (figure: Known, target: MilestoneTarget) =>
    up ? target.strict && !figure.above : target.strict || figure.above
  const meets = (figure: Known, target: MilestoneTarget) => {
    const gap = gapOf(figure, boundOf(target) ?? 0n)
    return gap < 0n || (gap === 0n && !strictFor(figure, target))
  }

  const ordered = input.targets.toSorted((a, b) => a.milestone - b.milestone)
  const printed = ordered.filter(({ kind }) => kind !== 'none')
  const M = printed.find(({ milestone }) => lastQuarterOf(milestone) >= t) ?? printed.at(-1)
  const tM = M ? lastQuarterOf(M.milestone) : 0
  const isDue = (milestone: number) => {
    const at = lastQuarterOf(milestone)
    return at < t || (at === t && (v?.at === t || c >= t))
  }
  const judge = (target: MilestoneTarget): { verdict: Verdict | null; figure?: Known } => {
    if (!isDue(target.milestone) || boundOf(target) === null || !target.wasInForce) return { verdict: null }
    const at = lastQuarterOf(target.milestone)
    const figure = series.upTo(at)
    if (!figure || at - figure.at > 4) return { verdict: 'notReported' }
    return { verdict: meets(figure, target) ? 'met' : 'missed', figure }
  }

  const passed = ordered.filter(({ milestone }) => lastQuarterOf(milestone) < t).at(-1)
  const measuredThen = passed && series.upTo(lastQuarterOf(passed.milestone))
  const A = M && v ? (measuredThen ?? series.first()) : undefined
  const before = M && ordered.filter(({ milestone }) => milestone < M.milestone).at(-1)
  const dash = before && before.kind === 'none' ? lastQuarterOf(before.milestone) : null
  const begun = dash === null || t > dash
  const T = M ? boundOf(M) : null
  const mDue = M !== undefined && isDue(M.milestone)
  const ofM = M ? judge(M) : { verdict: null }
  const stale = v !== undefined && t - v.at > 4
  const moved = v !== undefined && A !== undefined && v.at > A.at

  let ratio: Fraction | null = null
  let expected: Fraction | null = null
  let needed: Fraction | null = null
  if (M && v && A && T !== null && begun && !mDue && !meets(v, M)) {
    const missing = gapOf(v, T)
    if (missing > 0n) needed = fraction(missing, BigInt(tM - Math.max(v.at, c)))
    if (moved && !stale) {
      const tA = dash !== null && A.at < dash ? dash : A.at
      const way = up ? T - A.is : A.is - T
      if (way <= 0n) expected = fraction(T, 1n)
      else {
        const gone = up ? v.is - A.is : A.is - v.is
        const [length, walked] = [BigInt(tM - tA), BigInt(v.at - tA)]
        expected = fraction(A.is * length + (T - A.is) * walked, length)
        if (missing !== 0n || !v.above) ratio = fraction(gone * length, way * walked)
      }
    }
  }

  const tooOld = mDue && v !== undefined && tM - v.at > 4
  const status = ((): ProgressStatus => {
    if (!M) return 'noTarget'
    if (T === null) return 'unreadTarget'
    if (v && !tooOld && meets(v, M)) return 'achieved'
    if (!begun) return 'notYetDue'
    if (!v || !A || tooOld) return 'noData'
    if (meets(A, M) || ofM.verdict === 'met') return 'lost'
    if (mDue) return 'missed'
    if (!moved || stale) return 'insufficientData'
    if (!ratio) return gapOf(v, T) > 0n ? 'regressing' : 'onTrack'
    const [n, d] = ratio
    if (100n * n >= 95n * d) return 'onTrack'
    if (100n * n >= 60n * d) return 'needsAcceleration'
    return n >= 0n ? 'behind' : 'regressing'
  })()

  const shareOf = (): Fraction | null => {
    if (!M || T === null || !v || status === 'noData') return null
    const figure = status === 'missed' ? ('figure' in ofM && ofM.figure ? ofM.figure : v) : v
    if (meets(figure, M)) return [0n, 1n]
    if (T <= 0n) return [1n, 1n]
    const gap = gapOf(figure, T)
    // Down, the larger of both: a value that misses a ceiling is above it.
    const of = up ? T : figure.is
    return gap > of ? [1n, 1n] : [gap, of]
  }

  const owed = input.indicator.frequency === 'yearly' ? c - ((c + 1) % 4) : c
  const { inForceFrom } = input.indicator
  const flags: ProgressFlag[] = []
  if (M && begun && (!v || v.at < owed) && (!inForceFrom || owed >= quarterOf(inForceFrom)))
    flags.push('overdue')
  if (stale) flags.push('stale')
  if (v?.of.state === 'unverified') flags.push('unverified')
  if (A && !measuredThen) flags.push('assumedBaseline')
  if (M && tM === t && !mDue) flags.push('dueThisQuarter')

  const judgements = input.targets.map(judge)
  return {
    status,
    value: v?.is ?? null,
    period: v?.of.period ?? null,
    gaps: input.targets.map((target) => {
      const bound = boundOf(target)
      return bound === null || !v ? null : gapOf(v, bound)
    }),
    verdicts: judgements.map(({ verdict }) => verdict),
    judged: judgements.map(({ figure }) => figure?.of.period ?? null),
    milestone: M?.milestone ?? null,
    anchor: A ? { period: A.of.period, value: A.is, assumed: measuredThen === undefined } : null,
    ratio,
    expected,
    neededPerQuarter: needed,
    missingShare: shareOf(),
    flags,
  }
}
