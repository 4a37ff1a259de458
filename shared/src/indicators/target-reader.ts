import { largestValue } from '../api/fields.ts'
import { ambiguousNumber, parseVietnameseNumber } from '../number.ts'
import { foldText, invisible, normalizeText, withUsualWidth } from '../text.ts'
import type { Indicator } from './indicator.ts'
import { problemOfReading, type Reading, type ReadingProblem, type Target, withoutBound } from './target.ts'
import {
  alienInBracket,
  alienInObject,
  alienObjectStart,
  type Binding,
  bindings,
  notCounted,
  type Phrase,
  phraseAt,
} from './target-phrases.ts'

/** What a printed target is read by. */
export type IndicatorScale = Pick<Indicator, 'unitOfMeasure' | 'naturalMaximum' | 'direction'>

const shareOfHundred: IndicatorScale = { unitOfMeasure: '%', naturalMaximum: 100, direction: 'increase' }

/**
 * Reads a target as the plan prints it. What it cannot read for certain it keeps as `unread` for a person, with no
 * bound; it never guesses. Left out, the indicator is a share (%) to increase.
 */
export function parseTarget(printed: string, measured: Partial<IndicatorScale> = {}): Target {
  const text = normalizeText(printed)
  const { aspirational, level } = openingOf(readable(text))
  if (!aspirational && /^-?$/.test(level)) return withoutBound('none', text)
  const { reading } = readLevel(level, { ...shareOfHundred, ...measured })
  return reading ? { ...reading, text, aspirational } : withoutBound('unread', text, aspirational)
}

/** What keeps a text that is understood from being read: a bound against the direction, above the maximum, never met. */
export function problemInPrint(printed: string, measured: IndicatorScale): ReadingProblem | null {
  return readLevel(openingOf(readable(normalizeText(printed))).level, measured).problem
}

type Read = { reading: Reading | null; problem: ReadingProblem | null }
const unread: Read = { reading: null, problem: null }

/** "Phấn đấu" apart from the level that is hoped for, without what ends a sentence. */
function openingOf(words: string): { aspirational: boolean; level: string } {
  const level = words.replace(/^phấn đấu(?!\p{L})\s*/iu, '')
  // "..." is still to be filled in; it does not end an empty sentence.
  return {
    aspirational: level !== words,
    level: /[^.;…\s]/u.test(level) ? level.replace(/[\s.;,]+$/u, '') : level,
  }
}

/** One way of writing for what is printed in several; words keep their case, because the object is kept as printed. */
function readable(text: string): string {
  return withUsualWidth(text)
    .replace(invisible, '')
    .replace(/[\u2010-\u2015\u2212÷]/gu, '-')
    .replace(/ƣ/gu, 'ư')
    .replace(/Ƣ/gu, 'Ư')
    .replace(/²/gu, '2')
    .replace(/³/gu, '3')
    .replace(/[≧⩾]|>\s*=|=\s*>/gu, '≥')
    .replace(/[≦⩽]|<\s*=|=\s*</gu, '≤')
    .replace(/(?<!\p{L})([Tt])ỉ(?!\p{L})/gu, '$1ỷ')
    .trim()
}

function readLevel(level: string, measured: IndicatorScale): Read {
  return readDone(level, measured) ?? readNothingLeft(level, measured) ?? readBound(level, measured)
}

/** "Hoàn thành", "Có", "Đạt" of what is there or is not. */
function readDone(level: string, { unitOfMeasure, direction }: IndicatorScale): Read | undefined {
  const unit = foldText(unitOfMeasure).replaceAll(' ', '')
  if (!/^(?:co\/(?:chua|khong)|dat\/(?:chuadat|khongdat)|hoanthanh\/chuahoanthanh)$/.test(unit))
    return undefined
  if (direction !== 'increase' || !/^(?:hoàn thành|có|đạt)$/iu.test(level)) return undefined
  return { reading: bounded('reach', 1, null), problem: null }
}

/** "không còn hộ nghèo": none of what is counted. */
function readNothingLeft(level: string, { unitOfMeasure, direction }: IndicatorScale): Read | undefined {
  const counted = /^không (?:còn|có)\s+(\p{L}.*)$/iu.exec(level)?.[1]
  if (!counted || direction !== 'decrease' || isShare(unitOfMeasure) || notCounted.test(counted))
    return undefined
  const object = objectOf(counted, { hasUnit: true }, { unitOfMeasure })
  if (!object) return undefined
  return { reading: bounded('reach', null, 0, object), problem: null }
}

/** Words that bind, a number or two with their unit, and what the number is counted on. */
function readBound(level: string, measured: IndicatorScale): Read {
  const { phrases, rest } = phrasesBefore(level)
  const binding = bindings[phrases.join(' ')]
  const isFalling = phrases[0] === 'down' || phrases[0] === 'left'
  if (!binding || (isRanking(binding) && !isRank(measured.unitOfMeasure))) return unread
  const first = figureAt(rest, measured)
  if (!first) return unread
  const second = secondFigure(first, binding, measured)
  if (second === 'unread') return unread
  const { afterFigure, direction: turn } = turnAfter((second ?? first).rest)
  const object = objectOf(afterFigure, second ?? first, measured)
  if (object === undefined || (second && (turn || first.isOf))) return unread
  if (!second && isYear(first)) return unread
  if (binding === 'group' && !/(?<!\p{L})(?:dẫn|đứng|hàng|tốp) đầu(?!\p{L})/iu.test(object ?? ''))
    return unread

  const { direction } = measured
  if (isFalling && direction === 'increase') {
    return { reading: null, problem: { code: 'againstDirection', bound: first.value } }
  }
  const kind = second ? 'range' : kindOf(binding, turn)
  if (!kind) return unread
  const isFloor = kind === 'atLeast' || kind === 'moreThan' || (kind === 'reach' && direction === 'increase')
  const reading = second
    ? bounded('range', first.value, second.value, object)
    : bounded(kind, isFloor ? first.value : null, isFloor ? null : first.value, object)
  const problem = problemOfReading(reading, measured)
  return problem ? { reading: null, problem } : { reading, problem: null }
}

function bounded(
  kind: Reading['kind'],
  lower: number | null,
  upper: number | null,
  object: string | null = null,
): Reading {
  return { kind, lower, upper, strict: kind === 'moreThan' || kind === 'lessThan', object }
}

function phrasesBefore(level: string): { phrases: Exclude<Phrase, 'filler'>[]; rest: string } {
  const phrases: Exclude<Phrase, 'filler'>[] = []
  let rest = level
  for (;;) {
    const found = phraseAt(rest.toLowerCase())
    if (!found) return { phrases, rest }
    if (found.phrase !== 'filler') phrases.push(found.phrase)
    rest = rest.slice(found.length).trimStart()
  }
}

/** "trở lên", "trở xuống" and how they go with the words before the number. */
function kindOf(
  binding: Binding,
  turn: 'up' | 'down' | undefined,
): Exclude<Reading['kind'], 'none' | 'unread' | 'range'> | undefined {
  if (binding === 'rank' || binding === 'group') return turn ? undefined : 'atMost'
  if (binding === 'from') return turn === 'down' ? 'atMost' : 'atLeast'
  if (binding === 'reach') return turn === 'up' ? 'atLeast' : turn === 'down' ? 'atMost' : 'reach'
  const isUp = binding === 'atLeast' || binding === 'moreThan'
  return turn === undefined || (turn === 'up') === isUp ? binding : undefined
}

function turnAfter(rest: string): { afterFigure: string; direction: 'up' | 'down' | undefined } {
  const turn = /^trở (lên|xuống)(?!\p{L})\s*/iu.exec(rest)
  if (!turn) return { afterFigure: rest, direction: undefined }
  return {
    afterFigure: rest.slice(turn[0].length),
    direction: turn[1]?.toLowerCase() === 'lên' ? 'up' : 'down',
  }
}

type Figure = {
  value: number
  /** Whether the unit of measure stands behind it. */
  hasUnit: boolean
  /** "12/12 ấp": so many of so many. */
  isOf: boolean
  rest: string
}

function figureAt(text: string, { unitOfMeasure }: IndicatorScale): Figure | undefined {
  const parted = partsThousands(unitOfMeasure) ? /^\d{1,3}(?: \d{3})+(?![\d.,]*\d)/ : /^(?!)/
  const printed = parted.exec(text)?.[0] ?? /^\d+(?:[.,]\d+)*/.exec(text)?.[0]
  const value = printed === undefined ? undefined : numberOf(printed, unitOfMeasure)
  if (printed === undefined || value === undefined) return undefined
  const rest = text.slice(printed.length)
  const behind = withoutUnit(rest, unitOfMeasure)
  if (behind !== undefined) return { value, hasUnit: true, isOf: false, rest: behind }
  const of = /^\s*\/\s*(\d+)(?![\d.,/])/.exec(rest)
  if (of && /^\d+$/.test(printed)) {
    const afterAll = withoutUnit(rest.slice(of[0].length), unitOfMeasure)
    // Without the unit "12/12" may be a day.
    if (afterAll === undefined || isShare(unitOfMeasure) || value > Number(of[1])) return undefined
    return { value, hasUnit: true, isOf: true, rest: afterAll }
  }
  return { value, hasUnit: false, isOf: false, rest: rest.trimStart() }
}

/** The other end of a range; `unread` where there seems to be one that cannot be. */
function secondFigure(
  first: Figure,
  binding: Binding,
  measured: IndicatorScale,
): Figure | undefined | 'unread' {
  const between = /^\s*(?:-|đến(?!\p{L})|tới(?!\p{L}))\s*/iu.exec(first.rest)
  if (!between) return undefined
  const second = figureAt(first.rest.slice(between[0].length), measured)
  if (!second || second.isOf || (binding !== 'reach' && binding !== 'from')) return 'unread'
  if (isYear(first) && isYear(second)) return 'unread'
  return second
}

/** A bare number that may be a year: "2030". */
function isYear({ value, hasUnit }: Figure): boolean {
  return !hasUnit && Number.isInteger(value) && value >= 2020 && value <= 2050
}

/** `undefined` where the rest is more than an object. Without its unit a number has none, but for a rank. */
function objectOf(
  rest: string,
  { hasUnit }: Pick<Figure, 'hasUnit'>,
  { unitOfMeasure }: Pick<IndicatorScale, 'unitOfMeasure'>,
): string | null | undefined {
  const { words, bracket } = /^(?<words>[^()]*?)\s*(?:\((?<bracket>[^()]*)\))?$/u.exec(rest)?.groups ?? {}
  if (words === undefined || (bracket !== undefined && alienInBracket.test(bracket))) return undefined
  if (words !== '' && (alienInObject.test(words) || alienObjectStart.test(words))) return undefined
  if (words !== '' && !hasUnit && !isRank(unitOfMeasure)) return undefined
  return rest || null
}

/** "Top 3", "thuộc nhóm 5 địa phương dẫn đầu". */
function isRanking(binding: Binding): boolean {
  return binding === 'rank' || binding === 'group'
}

/** The text behind the unit of measure that it opens with; spaces and case do not count. `undefined`: another unit or none. */
function withoutUnit(text: string, unitOfMeasure: string): string | undefined {
  for (const unit of wordingsOf(unitOfMeasure)) {
    const behind = afterSameLetters(text, unit)
    if (behind !== undefined && !/^[\p{L}\d]/u.test(behind)) return behind.trimStart()
  }
  return undefined
}

function afterSameLetters(text: string, unit: string): string | undefined {
  const letters = unit.toLowerCase().replaceAll(' ', '')
  const lower = text.toLowerCase()
  let at = 0
  for (const letter of letters) {
    while (lower[at] === ' ') at++
    if (lower[at] !== letter) return undefined
    at++
  }
  return text.slice(at)
}

/** The unit as it may stand behind a number: "% dân số" also as "%", the column's "Tỷ lệ (%)" too. */
function wordingsOf(unitOfMeasure: string): string[] {
  const unit = readable(normalizeText(unitOfMeasure)).replace(/^(?:tỷ lệ\s*)?\(?%\)?$/iu, '%')
  if (/^(?:‰|%[0o])$/iu.test(unit)) return unit === '%0' ? ['%0', '‰', '%o'] : ['‰', '%o', 'phần nghìn']
  if (unit.startsWith('%')) return [unit, unit.replace('%', 'phần trăm'), '%', 'phần trăm']
  return unit === '' ? [] : [unit]
}

function isShare(unitOfMeasure: string): boolean {
  return /^[^\p{L}]*[%‰]|^tỷ lệ/iu.test(readable(unitOfMeasure))
}

function isRank(unitOfMeasure: string): boolean {
  return /^(?:thu|xep|vi|bac|hang)(?: (?:hang|bac|tri|thu))?(?: xep hang)?$/.test(foldText(unitOfMeasure))
}

/** Counts, people, money and measures part thousands; a share, a mark, a time of life or a multiple does not. */
function partsThousands(unitOfMeasure: string): boolean {
  return !isShare(unitOfMeasure) && !/^(?:điểm|lần|tuổi|năm|độ)(?!\p{L})/iu.test(unitOfMeasure)
}

const mostDecimals = 4

/** `undefined` where it can be read two ways, has more decimals than are kept, or is too large. */
function numberOf(printed: string, unitOfMeasure: string): number | undefined {
  const number = parseVietnameseNumber(printed)
  const value =
    number === ambiguousNumber && partsThousands(unitOfMeasure) && printed.includes('.')
      ? Number(printed.replace('.', ''))
      : number
  if (value === undefined || value === ambiguousNumber || value > largestValue) return undefined
  const decimals = String(value).split('.')[1]?.length ?? 0
  return decimals > mostDecimals ? undefined : value
}
