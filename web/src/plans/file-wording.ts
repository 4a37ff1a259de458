import type { Output } from '@moc57/shared'
import type { previewPlanFile } from '@moc57/shared/api'

export type PlanFilePreview = Output<typeof previewPlanFile>

export function hasChanges({
  change: { targets, assignments, indicators },
}: Pick<PlanFilePreview, 'change'>): boolean {
  return targets.length + assignments.length + indicators.length > 0
}

/** What the file would do, in numbers: "3 mục tiêu thay đổi, 1 chỉ tiêu mới, 28 dòng giữ nguyên." */
export function fileSentence({
  change: { targets, assignments, indicators },
  items,
  unchanged,
}: Pick<PlanFilePreview, 'change' | 'items' | 'unchanged'>): string {
  const assigned = assignments.reduce((sum, { numbers }) => sum + numbers.length, 0)
  const refused = items.filter(({ refusals }) => refusals.length > 0).length
  const asked = items.filter(({ asks, refusals }) => asks.length > 0 && refusals.length === 0).length
  const parts = [
    asked > 0 && `${asked} dòng chờ trả lời`,
    targets.length > 0 && `${targets.length} mục tiêu thay đổi`,
    indicators.length > 0 && `${indicators.length} chỉ tiêu riêng mới`,
    assigned > 0 && `${assigned} chỉ tiêu đổi phân công`,
    refused > 0 && `${refused} dòng bị từ chối`,
    unchanged > 0 && `${unchanged} dòng giữ nguyên`,
  ].filter(Boolean)
  return `${parts.join(', ')}. Chưa có gì được ghi.`
}
