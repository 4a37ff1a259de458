import type { ProgressItem } from '@moc57/shared/api'
import { nextBound } from '../../lib/figures.ts'

export type BulletScale = {
  max: number
  /** False where 0 to the maximum would press the figures together, and the bar has a scale of its own. */
  common: boolean
}

type Figures = Pick<
  ProgressItem,
  'value' | 'unitOfMeasure' | 'naturalMaximum' | 'direction' | 'targets' | 'next'
>

/** Below this part of the common scale a target is a sliver: 3 % of 100 is 8 pixels. */
const smallestReadable = 0.1

/**
 * Shares stand on one scale, 0 to 100, so that the eye compares down the column. A share whose targets all lie within
 * a tenth of it, and whatever is not a share, gets a scale of its own that says so: a count up to its natural maximum,
 * or to a round number above itself and its next target, however far the later ones are.
 */
export function bulletScale(item: Figures): BulletScale {
  const { value, unitOfMeasure, naturalMaximum, targets } = item
  if (unitOfMeasure !== '%') {
    const shown = Math.max(value ?? 0, nextBound(item) ?? 0)
    const isReadable = naturalMaximum !== null && shown > naturalMaximum * smallestReadable
    return { max: isReadable ? Math.max(naturalMaximum, shown) : roundUp(shown || 1), common: false }
  }
  const figures = [value ?? 0, ...targets.flatMap(({ lower, upper }) => [lower ?? 0, upper ?? 0])]
  const greatest = Math.max(...figures)
  const isShare = naturalMaximum === 100
  if (isShare && (greatest > 100 * smallestReadable || greatest === 0)) return { max: 100, common: true }
  return { max: roundUp(greatest || 1), common: false }
}

/** The next of 1, 2, 5, 10, 20, 50 … that leaves some room above. */
function roundUp(figure: number): number {
  const power = 10 ** Math.floor(Math.log10(figure))
  return ([2, 5, 10].find((step) => step * power >= figure * 1.15) ?? 20) * power
}

/** Where a figure stands on the scale, in percent of its length. */
export function placeOn({ max }: BulletScale, figure: number): number {
  return Math.min(100, Math.max(0, (figure / max) * 100))
}
