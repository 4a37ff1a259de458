import { readDay } from '@moc57/shared'
import { expect, test } from 'vitest'

test.each([
  ['5/3/2026', '2026-03-05'],
  ['05/03/2026', '2026-03-05'],
  ['05-03-2026', '2026-03-05'],
  ['5.3.2026', '2026-03-05'],
  [' 05032026 ', '2026-03-05'],
  ['29/02/2028', '2028-02-29'],
  ['2026-03-05', '2026-03-05'],
])('%j is the day %s', (text, day) => {
  expect(readDay(text)).toBe(day)
})

test.each([
  '',
  '5/3/26',
  '31/02/2026',
  '29/02/2026',
  '3/2026',
  '13/13/2026',
  '00/01/2026',
  'hôm nay',
  '5/3/20266',
])('%j is no day', (text) => {
  expect(readDay(text)).toBeUndefined()
})
