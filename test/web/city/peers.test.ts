import { mayAdd, PeerSearch, unitCodes } from '@moc57/web/city/peers/search.ts'
import { expect, test } from 'vitest'

test.each([
  [undefined, ['11443']],
  ['11407', ['11443', '11407']],
  ['11443,11407', ['11443', '11407']],
  ['11407,11407,11680', ['11443', '11407', '11680']],
  ['11407,11680,10750', ['11443', '11407', '11680', '10750']],
  ['11407;11680', ['11443']],
  ['1,2', ['11443']],
  ['11407,11680,10750,10729,11050', ['11443']],
])('the address %j sets %j side by side', (text, codes) => {
  expect(unitCodes('11443', PeerSearch({ 'don-vi': text }))).toEqual(codes)
})

test('a fourth unit is the last', () => {
  expect(mayAdd(['1', '2', '3'])).toBe(true)
  expect(mayAdd(['1', '2', '3', '4'])).toBe(false)
})
