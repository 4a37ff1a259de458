import { Callout } from '../ui/callout.tsx'
import type { PlanDraft } from './draft.ts'
import type { UnitPlan } from './queries.ts'

type StalePlanProps = { plan: UnitPlan; draft: PlanDraft; onAccept: () => void }

/** Somebody else changed the plan meanwhile: which of one's own changes are touched, and how to go on. */
export function StalePlan({ plan, draft, onAccept }: StalePlanProps) {
  const touched = draft.targets.flatMap(({ number, milestone, before, text }) => {
    const item = plan.items.find((candidate) => candidate.number === number)
    const now = item?.targets.find((target) => target.milestone === milestone)?.text ?? null
    return item && now !== before ? [{ number, milestone, now, text }] : []
  })
  return (
    <Callout tone="warn" label="Kế hoạch vừa được người khác thay đổi">
      <p>
        Người khác đã thay đổi kế hoạch trong lúc đang sửa ở đây. Các thay đổi đang sửa còn nguyên, chưa ghi;
        bảng dưới đây là kế hoạch mới, lịch sử ở cuối trang nêu người khác đã sửa gì.
      </p>
      {touched.length > 0 && (
        <ul>
          {touched.map(({ number, milestone, now, text }) => (
            <li key={`${number} ${milestone}`}>
              Chỉ tiêu {number}, mốc {milestone}: nay là {now ?? 'không đặt'}, đang sửa thành {text}
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="button" onClick={onAccept}>
        Đã xem, giữ các thay đổi đang sửa
      </button>
    </Callout>
  )
}
