import { boundOnly, formatValue, quarterLabel, quarterOfNumber } from '@moc57/shared'
import type { Side } from './place-labels.ts'
import { cutToWindow, type Point, type Roadmap, type Window } from './roadmap-points.ts'

export type ChartLabel = {
  key: string
  at: Point
  lines: string[]
  sides: readonly Side[]
  tone: 'actual' | 'target' | 'strong' | 'soft'
}

const longestLine = 14

/** The words of the whole roadmap: each milestone as printed, and the latest figure. */
export function wholeLabels(roadmap: Roadmap, unitOfMeasure: string): ChartLabel[] {
  const latest = roadmap.actual.at(-1)
  return [
    ...roadmap.path.map(
      ({ milestone, text, quarter, value, far, next }): ChartLabel => ({
        key: `milestone-${milestone}`,
        at: { quarter, value: Math.max(value, far) },
        lines: breakLine(text),
        sides: ['above', 'aboveLeft', 'aboveRight', 'below', 'belowRight', 'belowLeft'],
        tone: next ? 'strong' : 'target',
      }),
    ),
    ...roadmap.empty.map(
      ({ milestone, quarter, text }): ChartLabel => ({
        key: `empty-${milestone}`,
        at: { quarter, value: 0 },
        lines: [text],
        sides: ['above'],
        tone: 'soft',
      }),
    ),
    ...(latest ? [latestLabel(roadmap, latest, unitOfMeasure)] : []),
    ...planLabel(roadmap, roadmap.whole),
  ]
}

/** The words of the stage: where it stands, where it should stand and where it has to come. */
export function stageLabels(roadmap: Roadmap, stage: Window, unitOfMeasure: string): ChartLabel[] {
  const latest = roadmap.actual.at(-1)
  const { expected } = roadmap
  const labels: ChartLabel[] = []
  if (latest) labels.push(latestLabel(roadmap, latest, unitOfMeasure))
  for (const { milestone, quarter, value, far, text, next } of roadmap.path) {
    if (quarter < stage.from || quarter > stage.to) continue
    labels.push({
      key: `milestone-${milestone}`,
      at: { quarter, value: Math.max(value, far) },
      lines: breakLine(text),
      sides: ['above', 'aboveLeft', 'aboveRight', 'left', 'below', 'belowLeft', 'belowRight'],
      tone: next ? 'strong' : 'target',
    })
  }
  if (expected)
    labels.push({
      key: 'expected',
      at: expected,
      lines: [`Cần có: ${formatValue(expected.value, unitOfMeasure)}`],
      sides:
        latest && latest.value > expected.value
          ? ['right', 'belowRight', 'below', 'aboveRight']
          : ['aboveLeft', 'above', 'right', 'aboveRight', 'left', 'belowRight', 'below'],
      tone: 'target',
    })
  return [...labels, ...cutLabel(roadmap, stage), ...planLabel(roadmap, stage)]
}

/** Names the line of the plan, in the middle of its last stretch. */
function planLabel({ path }: Roadmap, window: Window): ChartLabel[] {
  const [before, last] = cutToWindow(path, window).slice(-2)
  if (!before || !last) return []
  const middle = { quarter: (before.quarter + last.quarter) / 2, value: (before.value + last.value) / 2 }
  return [
    { key: 'plan', at: middle, lines: ['Kế hoạch'], sides: ['below', 'belowRight', 'above'], tone: 'soft' },
  ]
}

/** Says where the course leads that the edge of the stage cuts off. */
function cutLabel({ course, path }: Roadmap, stage: Window): ChartLabel[] {
  const goal = path.find(({ next }) => next)
  const edge = cutToWindow(course, stage).at(-1)
  if (!goal || !edge || goal.quarter <= stage.to) return []
  return [
    {
      key: 'cut',
      at: edge,
      lines: [`đến ${goal.text} năm ${goal.milestone} →`],
      sides: ['aboveLeft', 'left', 'belowLeft'],
      tone: 'target',
    },
  ]
}

function latestLabel(
  { expected, path }: Roadmap,
  latest: Roadmap['actual'][number],
  unitOfMeasure: string,
): ChartLabel {
  const above = expected !== null && latest.value >= expected.value
  const bound = above ? path.find(({ next }) => next)?.value : expected?.value
  const value = formatValue(latest.value, unitOfMeasure, bound)
  return {
    key: 'latest',
    at: latest,
    lines: [
      `Thực hiện: ${boundOnly(latest.comparator)}${value}`,
      ...(latest.verified ? [] : ['(chưa xác minh)']),
    ],
    sides: above
      ? ['above', 'aboveRight', 'aboveLeft', 'right', 'belowRight']
      : ['belowRight', 'below', 'right', 'belowLeft', 'aboveRight', 'above'],
    tone: 'actual',
  }
}

export function asOfLabel({ now }: Roadmap): string {
  return quarterLabel(quarterOfNumber(now))
}

/** Breaks a text into lines of about the same length, none much longer than `longestLine` characters. */
function breakLine(text: string): string[] {
  const count = Math.ceil(text.length / longestLine)
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && longer.length > text.length / count + 3) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
