import type { Measurement } from '@moc57/shared'

/** A draft of quý IV/2026 as its office sees it. */
export function makeMeasurement(given: Partial<Measurement> = {}): Measurement {
  return {
    period: '2026-Q4',
    revision: 1,
    value: 50,
    numerator: null,
    denominator: null,
    comparator: null,
    state: 'draft',
    source: null,
    quotation: null,
    note: null,
    reason: null,
    recordedBy: 'can-bo',
    recordedAt: '2026-11-22T08:00:00.000Z',
    ...given,
  }
}
