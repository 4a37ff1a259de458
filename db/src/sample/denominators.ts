import type { AdministrativeUnit } from '@moc57/shared'
import type { Random } from './random.ts'

/**
 * What a share is counted over in a unit of usual size. `grows`: with the population. `flows`: counted anew every
 * quarter, like the files of the one-stop shop.
 */
type Denominator = { from: number; to: number; grows?: boolean; flows?: boolean }

const adults = { from: 14_000, to: 26_000, grows: true }
const population = { from: 21_000, to: 38_000, grows: true }
const generalSchools = { from: 5, to: 12 }
const files = { from: 1_800, to: 5_200, grows: true, flows: true }

/** By number in Phụ lục 01; the others (5G and 6G by area, shares of the GRDP) are reported as a plain value. */
const denominators: Record<number, Denominator> = {
  2: { from: 2, to: 6 },
  3: { from: 6_000, to: 12_000, grows: true },
  4: { from: 1, to: 3 },
  // The year's budget in million đồng.
  6: { from: 95_000, to: 240_000 },
  8: { from: 55, to: 120 },
  9: { from: 380, to: 820, grows: true },
  10: adults,
  11: adults,
  12: { from: 5, to: 14 },
  13: { from: 11, to: 24 },
  14: generalSchools,
  15: generalSchools,
  16: generalSchools,
  17: { from: 3, to: 7 },
  18: { from: 110, to: 640, grows: true },
  19: { from: 340, to: 420 },
  20: files,
  21: files,
  22: { from: 180, to: 240 },
  23: files,
  24: { from: 8, to: 20 },
  25: { from: 6, to: 18 },
  26: { from: 12, to: 40 },
  27: { from: 90, to: 520, grows: true },
  28: population,
  29: population,
  30: { from: 9, to: 21 },
}

const sizeOf: Record<AdministrativeUnit['type'], number> = { phường: 1.25, xã: 0.9, 'đặc khu': 0.2 }

/** The denominators of an indicator of a unit, quarter by quarter; `undefined` where a plain value is reported. */
export function denominatorOf(
  number: number,
  type: AdministrativeUnit['type'],
  random: Random,
): (() => number) | undefined {
  const denominator = denominators[number]
  if (!denominator) return undefined
  const { from, to, grows, flows } = denominator
  const usual = random.between(from, to) * (grows ? sizeOf[type] : 1)
  return () => Math.round(flows ? usual * random.between(0.85, 1.15) : usual)
}
