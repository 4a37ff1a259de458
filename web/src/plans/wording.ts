import { unitTitle } from '@moc57/shared'
import { documentName } from '../lib/documents.ts'
import { capitalize } from '../lib/text.ts'
import type { PendingChange } from './draft.ts'
import { unreadTargets } from './plan-rows.ts'
import type { UnitPlan } from './queries.ts'

type Told = Pick<UnitPlan, 'unit' | 'plan' | 'items'>

/** The page in one sentence: whose plan it is, and what in it is the unit's own. */
export function planSentence({ unit, plan, items }: Told): string {
  const own = items.filter(({ isOwn }) => isOwn).length
  const unread = unreadTargets(items).length
  if (plan.source === 'own') {
    const parts = [
      `Theo ${documentName(plan.document)}: ${items.length} chỉ tiêu`,
      own > 0 && `trong đó ${own} chỉ tiêu riêng`,
      unread > 0 && `${unread} mục tiêu chưa đọc được`,
    ]
    return `${parts.filter(Boolean).join(', ')}.`
  }
  const replaced = items.flatMap(({ isOwn, targets }) =>
    isOwn ? [] : targets.filter(({ source }) => source === 'own'),
  ).length
  const parts = [
    replaced > 0 && `${replaced} mục tiêu riêng`,
    own > 0 && `${own} chỉ tiêu riêng`,
    unread > 0 && `${unread} mục tiêu chưa đọc được`,
  ].filter(Boolean)
  const beside = parts.length > 0 ? `, có ${parts.join(', ')}` : ''
  return `${capitalize(unitTitle(unit))} chưa có kế hoạch riêng: đang tham chiếu Phụ lục 01 của ${unitTitle(plan.unit)}${beside}.`
}

/** "Chỉ tiêu 1, mốc 2030: 100% → ≥ 95%" */
export function targetChangeText({
  number,
  milestone,
  before,
  text,
}: {
  number: number
  milestone: number
  before: string | null
  text: string
}): string {
  return `Chỉ tiêu ${number}, mốc ${milestone}: ${before === null ? 'đặt mới ' : `${before} → `}${text}`
}

/** "chỉ tiêu 1, 2 và 3" */
export function numbersText(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b).map(String)
  const last = sorted.pop()
  return sorted.length > 0 ? `chỉ tiêu ${sorted.join(', ')} và ${last}` : `chỉ tiêu ${last}`
}

/** "Chức vụ của đồng chí Trần Thị Phương: PCT UBND phường → Chủ tịch UBND phường" */
export function positionText({
  leader,
  before,
  position,
}: {
  leader: string
  before: string
  position: string
}): string {
  return `Chức vụ của đồng chí ${leader}: ${before} → ${position}`
}

/** A change that waits to be saved, in words. */
export function pendingText(change: PendingChange): string {
  switch (change.kind) {
    case 'adopts':
      return 'Áp dụng danh mục 31 chỉ tiêu làm kế hoạch của đơn vị'
    case 'target':
      return targetChangeText(change.target)
    case 'indicator':
      return `Thêm chỉ tiêu riêng: ${change.indicator.shortName}`
    case 'withdrawn':
      return `Bỏ chỉ tiêu riêng ${change.number}`
    case 'position':
      return positionText(change.position)
    case 'assignment': {
      const { numbers, leader, leadBodies } = change.assignment
      const saved = numbers.filter((number) => number > 0)
      return `Phân công ${numbersText(saved)}: ${leader.name}; ${leadBodies.join('; ')}`
    }
  }
}
