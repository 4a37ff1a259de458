import { type MilestoneTarget, parseTarget } from '@moc57/shared'
import type { PlanItem } from '@moc57/shared/api'

type Given = Omit<Partial<PlanItem>, 'targets'> & {
  /** The printed texts by year. */
  targets?: Record<number, string>
  source?: MilestoneTarget['source']
}

/** An indicator of a plan, a share of the reference list unless it says otherwise. */
export function makePlanItem({ targets = {}, source = 'reference', ...given }: Given = {}): PlanItem {
  const item = {
    number: 1,
    group: { code: 'I', name: 'Phát triển hạ tầng' },
    name: 'Tỷ lệ phủ sóng 5G trên địa bàn phường',
    shortName: 'Phủ sóng 5G trên địa bàn',
    unitOfMeasure: '%',
    direction: 'increase' as const,
    naturalMaximum: 100,
    frequency: 'quarterly' as const,
    numerator: null,
    denominator: null,
    deliverable: null,
    inForceFrom: null,
    isOwn: false,
    assignment: null,
    ...given,
  }
  return {
    ...item,
    targets: Object.entries(targets).map(([milestone, text]) => ({
      ...parseTarget(text, item),
      milestone: Number(milestone),
      source,
      wasInForce: true,
    })),
  }
}
