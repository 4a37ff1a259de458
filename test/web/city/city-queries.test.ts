import type { Comparison } from '@moc57/web/city/city-queries.ts'
import { comparisonQuery } from '@moc57/web/city/city-queries.ts'
import { expect, test } from 'vitest'

const of = (number: number) => ({ items: [{ number }] }) as Comparison

/** What stands on a page, by its indicator, while the answer to a call is awaited. */
function kept(indicator: string | undefined, previous: Comparison | undefined) {
  const { placeholderData } = comparisonQuery({ asOf: '2026-Q3', ...(indicator ? { indicator } : {}) })
  return (placeholderData as (previous: Comparison | undefined) => Comparison | undefined)(previous)
}

test.each([
  ['the same indicator of another quarter', '5', of(5), true],
  ['another indicator', '6', of(5), false],
  ['nothing at all', '6', undefined, false],
  ['all indicators of another quarter', undefined, of(1), true],
])('while figures are fetched, %s', (_, indicator, previous, stays) =>
  expect(kept(indicator, previous)).toBe(stays ? previous : undefined),
)
