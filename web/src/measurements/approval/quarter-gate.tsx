import { formatDay, type QuarterRef, quarterLabel, type Submission } from '@moc57/shared'
import { useState } from 'react'
import { quarterText } from '../../lib/figures.ts'
import panels from '../../ui/panels.module.css'
import styles from './approval-view.module.css'
import { useDecision } from './queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'

const quickReasons = {
  reopen: ['Bổ sung số liệu còn thiếu', 'Đính chính số liệu'],
  lock: ['Đã hết hạn gửi', 'Đã tổng hợp báo cáo của thành phố'],
}

/** Opens a quarter for figures again, or closes it for good: for the city and the administrator. */
export function QuarterGate({ place, submission }: { place: QuarterRef; submission: Submission }) {
  const [asked, setAsked] = useState<'reopen' | 'lock'>()
  const [done, setDone] = useState('')
  const decision = useDecision(place)
  const { state, isOpen, isDue, period, window } = submission
  if (state === 'notBegun') return null
  const label = quarterLabel(period)
  return (
    <section className={panels.panel}>
      <h2>Mở, khóa kỳ báo cáo</h2>
      <p>
        {state === 'locked'
          ? `${label} đã khóa: không nhập, không duyệt được.`
          : isOpen
            ? `${label} đang mở: nhập và trình được.`
            : `${label} đã đóng: duyệt được số đã trình, không nhập thêm được.`}{' '}
        {!isDue && state !== 'locked' && `Khóa được sau hạn gửi, ngày ${formatDay(window.dueOn)}.`}
      </p>
      <p role="status">{done}</p>
      <div className={styles.gate}>
        {!isOpen && (
          <button type="button" className="button" onClick={() => setAsked('reopen')}>
            Mở lại kỳ
          </button>
        )}
        {isDue && state !== 'locked' && (
          <button type="button" className="button" onClick={() => setAsked('lock')}>
            Khóa kỳ
          </button>
        )}
      </div>
      {asked && (
        <ReasonDialog
          title={`${asked === 'reopen' ? 'Mở lại' : 'Khóa'} ${quarterText(period)}`}
          note={
            asked === 'reopen'
              ? 'Đơn vị nhập, sửa và trình lại được cho đến khi kỳ bị khóa.'
              : 'Đơn vị không nhập, không trình và lãnh đạo không duyệt được nữa, trừ khi kỳ được mở lại.'
          }
          quickReasons={quickReasons[asked]}
          submitLabel={asked === 'reopen' ? 'Mở lại kỳ' : 'Khóa kỳ'}
          isPending={decision.isPending}
          error={decision.error}
          onSubmit={(reason) =>
            decision.mutate(
              { action: asked, reason },
              {
                onSuccess: () => {
                  setAsked(undefined)
                  setDone(
                    asked === 'reopen'
                      ? `Đã mở lại ${quarterText(period)}.`
                      : `Đã khóa ${quarterText(period)}.`,
                  )
                },
              },
            )
          }
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  )
}
