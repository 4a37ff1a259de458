import {
  type ExplanationAction,
  type ExplanationEvent,
  type ExplanationState,
  formatDay,
  formatMoment,
  isAnswerDue,
} from '@moc57/shared'
import type { ExplanationItem } from '@moc57/shared/api'
import { whoText } from '../lib/who-text.ts'
import type { Tone } from '../ui/badge.tsx'

const stateLabels: Record<ExplanationState, string> = {
  asked: 'Chờ giải trình',
  answered: 'Chờ xem xét',
  returned: 'Cần bổ sung',
  accepted: 'Đã chấp nhận',
  withdrawn: 'Đã rút',
}

const tones: Record<ExplanationState, Tone> = {
  asked: 'waiting',
  answered: 'waiting',
  returned: 'waiting',
  accepted: 'good',
  withdrawn: 'quiet',
}

export function stateBadge({ state, isOverdue }: ExplanationItem): { tone: Tone; label: string } {
  return isOverdue
    ? { tone: 'alarm', label: `Quá hạn, ${state === 'asked' ? 'chờ giải trình' : 'cần bổ sung'}` }
    : { tone: tones[state], label: stateLabels[state] }
}

const dayLength = 24 * 3_600_000

/** "Hạn 20/10/2026, quá 33 ngày" while an answer is owed. */
export function deadlineText({ dueOn, state, isOverdue }: ExplanationItem, today: string): string {
  const text = `Hạn trả lời ${formatDay(dueOn)}`
  if (!isAnswerDue(state)) return text
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / dayLength)
  if (isOverdue) return `${text}, quá ${-days} ngày`
  return days === 0 ? `${text}, hôm nay` : `${text}, còn ${days} ngày`
}

export const actionWords: Record<ExplanationAction, string> = {
  answer: 'Giải trình',
  accept: 'Chấp nhận',
  return: 'Yêu cầu bổ sung',
  withdraw: 'Rút yêu cầu',
}

export function eventText({ action, cause, measure, doneBy, reason, dueOn }: ExplanationEvent): string {
  const said =
    action === 'answer'
      ? `${cause} Giải pháp: ${measure} Hoàn thành trước ${formatDay(doneBy ?? '')}.`
      : [reason, dueOn && `hạn mới ${formatDay(dueOn)}`].filter(Boolean).join('; ')
  return said ? `${actionWords[action]}: ${said}` : actionWords[action]
}

export function signature({ by, at }: { by: string; at: string }): string {
  return `${whoText(by)}, ${formatMoment(at)}`
}

/** How many answers are owed, how many of them late, and how many wait for a decision. */
export function explanationsSentence(items: readonly ExplanationItem[]): string {
  const owed = items.filter(({ state }) => isAnswerDue(state)).length
  const overdue = items.filter(({ isOverdue }) => isOverdue).length
  const waiting = items.filter(({ state }) => state === 'answered').length
  if (owed + waiting === 0) return 'Không có giải trình nào đang chờ.'
  const first =
    owed === 0
      ? 'Mọi yêu cầu đã được trả lời'
      : `${owed} yêu cầu chờ giải trình${overdue > 0 ? `, trong đó ${overdue} quá hạn` : ''}`
  return `${first}; ${waiting === 0 ? 'không có giải trình chờ xem xét' : `${waiting} giải trình chờ xem xét`}.`
}

/** What the account itself has to do: answer what is owed, decide on what was answered. */
export function isOnMe({ state, mayAnswer, mayDecide }: ExplanationItem): boolean {
  return (mayAnswer && isAnswerDue(state)) || (mayDecide && state === 'answered')
}

export function isOver({ state }: ExplanationItem): boolean {
  return state === 'accepted' || state === 'withdrawn'
}

/** The words of one's own explanations on the page of one's work. */
export const ownExplanationWords = {
  asked: 'Yêu cầu giải trình đang chờ tôi',
  mine: 'Tôi đã yêu cầu giải trình',
  answered: 'đã trả lời, chờ đồng chí xem xét',
  nothingAsked: 'Không có yêu cầu nào chờ trả lời.',
  nothingMine: 'Không có yêu cầu nào đang mở.',
  all: 'Xem tất cả giải trình',
}
