import { foldText } from '@moc57/shared'

/**
 * The name of an indicator as it is compared: without accents, capitals, signs and numbering, and without the type and name that a
 * unit prints of itself where the reference list has "phường".
 */
export function comparableName(name: string): string {
  return foldText(name)
    .replace(/^\s*(?:\d+(?:\.\d+)*[.)]|[-–•+*])\s+/, '')
    .replace(/\s*\((?:%|\*+|\d)\)\s*$/, '')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .replace(/\b(phuong|xa|dac khu|thi tran)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const nearEnough = 0.7
/** By how much the nearest name has to be nearer than the next one. */
const clearlyNearer = 0.08

/**
 * The one item whose name is near enough to be asked about: most of the words are the same, and every number is (5G is
 * not 6G). `undefined` where there is none, or several are as near.
 */
export function nearestNamed<Item extends { name: string; shortName: string }>(
  name: string,
  items: readonly Item[],
): Item | undefined {
  const given = wordsOf(name)
  const measured = items
    .map((item) => ({
      item,
      likeness: Math.max(...wordsOfNames(item).map((words) => likeness(given, words))),
    }))
    .sort((one, other) => other.likeness - one.likeness)
  const [best, next] = measured
  if (!best || best.likeness < nearEnough) return undefined
  return best.likeness - (next?.likeness ?? 0) >= clearlyNearer ? best.item : undefined
}

const knownWords = new WeakMap<object, Map<string, number>[]>()

/** Thousands of rows may be compared with the same few items. */
function wordsOfNames(item: { name: string; shortName: string }): Map<string, number>[] {
  const known = knownWords.get(item) ?? [wordsOf(item.name), wordsOf(item.shortName)]
  knownWords.set(item, known)
  return known
}

function wordsOf(name: string): Map<string, number> {
  const words = new Map<string, number>()
  for (const word of comparableName(name).split(' ')) words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

/** Dice's coefficient of the words; 0 where a number differs. */
function likeness(one: Map<string, number>, other: Map<string, number>): number {
  const numbersOf = (words: Map<string, number>) =>
    [...words.keys()]
      .filter((word) => /\d/.test(word))
      .sort()
      .join(' ')
  if (numbersOf(one) !== numbersOf(other)) return 0
  const sum = (words: Map<string, number>) => [...words.values()].reduce((total, count) => total + count, 0)
  let same = 0
  for (const [word, count] of one) same += Math.min(count, other.get(word) ?? 0)
  return (2 * same) / (sum(one) + sum(other))
}

/** Whether two units of measure are one: "%", "Tỷ lệ (%)" and "phần trăm" are; a dash says nothing, so it fits any. */
export function sameUnitOfMeasure(one: string, other: string): boolean {
  const [stated, known] = [one, other].map(unitWords)
  return stated === '' || stated === known
}

function unitWords(unitOfMeasure: string): string {
  const words = foldText(unitOfMeasure)
    .replace(/[\s().,:–—/-]+/g, ' ')
    .trim()
  return /^((ty|ti) le( %)?|phan tram|% \/?.*)$/.test(words) ? '%' : words
}
