import { problemInPrint, problemText } from '@moc57/shared'
import { useState } from 'react'
import { Callout } from '../ui/callout.tsx'
import { type UnreadTarget, unreadTargets } from './plan-rows.ts'
import type { UnitPlan } from './queries.ts'
import { ReadingDialog } from './reading-dialog.tsx'

/** Targets that the program could not read: they count for nothing until a person says what they mean. */
export function UnreadTargets({ plan }: { plan: UnitPlan }) {
  const [settling, setSettling] = useState<UnreadTarget>()
  const unread = unreadTargets(plan.items)
  if (unread.length === 0) return null
  return (
    <Callout tone="warn" title="Cần đọc lại" label="Cần đọc lại">
      <p>
        Các mục tiêu này chưa đọc được nên chưa tính tiến độ. Hãy chọn cách hiểu; chữ ghi trong kế hoạch giữ
        nguyên.
      </p>
      <ul>
        {unread.map((one) => {
          const { item, target } = one
          const { number, shortName } = item
          const problem = problemInPrint(target.text, item)
          const maySettle = plan.mayEdit && target.source === 'own'
          return (
            <li key={`${number} ${target.milestone}`}>
              <a href={`#chi-tieu-${number}`}>
                {number}. {shortName}
              </a>
              , mốc {target.milestone}: “{target.text}”{problem && `. ${problemText(problem, item)}`}
              {maySettle && (
                <>
                  {' '}
                  <button
                    type="button"
                    className="plain-button"
                    aria-label={`Chọn cách hiểu mục tiêu ${target.milestone} của chỉ tiêu ${number}`}
                    onClick={() => setSettling(one)}
                  >
                    Chọn cách hiểu
                  </button>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {settling && <ReadingDialog plan={plan} {...settling} onClose={() => setSettling(undefined)} />}
    </Callout>
  )
}
