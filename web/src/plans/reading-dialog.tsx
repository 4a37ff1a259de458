import {
  formatNumber,
  likelyReadings,
  parseVietnameseNumber,
  problemInPrint,
  problemText,
  type SettledKind,
  settledKinds,
  settledReading,
} from '@moc57/shared'
import { useState } from 'react'
import { ApiError } from '../lib/api-client.ts'
import { FormDialog } from '../ui/dialog.tsx'
import { ChoiceField, TextField } from '../ui/field.tsx'
import styles from './dialogs.module.css'
import type { UnreadTarget } from './plan-rows.ts'
import { type UnitPlan, useSettleTarget } from './queries.ts'
import { metText } from './target-reading.ts'

const kindLabels: Record<SettledKind, string> = {
  atLeast: 'Ít nhất (từ … trở lên)',
  moreThan: 'Trên (không kể số đó)',
  atMost: 'Không quá',
  lessThan: 'Dưới (không kể số đó)',
  reach: 'Đạt mức',
  range: 'Trong khoảng từ … đến …',
}

function numberText(value: number | null): string {
  return value === null ? '' : formatNumber(value, 4)
}

/** What a printed target means: its likely meanings to choose from, or kind and bound to fill in. */
export function ReadingDialog({
  plan,
  item,
  target,
  onClose,
}: UnreadTarget & { plan: UnitPlan; onClose: () => void }) {
  const { direction, unitOfMeasure } = item
  const likely = likelyReadings(target.text, item).slice(0, 6)
  // Settled before, it opens with what was said then.
  const known = settledKinds(direction).find((kind) => kind === target.kind)
  const [kind, setKind] = useState<SettledKind>(known ?? settledKinds(direction)[0] ?? 'reach')
  const [bound, setBound] = useState(numberText(target.lower ?? target.upper))
  const [to, setTo] = useState(numberText(known === 'range' ? target.upper : null))
  const [typed, setTyped] = useState<string>()
  const settle = useSettleTarget(plan.unit.code)
  const problem = settle.error instanceof ApiError ? settle.error.problem : undefined
  const problemAt = (pointer: string) => problem?.errors?.find((error) => error.pointer === pointer)?.detail
  const numbers = [bound, to].map((text) => parseVietnameseNumber(text))
  const [from, until] = numbers
  const reading =
    typeof from === 'number' && (kind !== 'range' || typeof until === 'number')
      ? { kind, bound: from, to: kind === 'range' && typeof until === 'number' ? until : null }
      : undefined
  const inPrint = problemInPrint(target.text, item)

  const handleSubmit = () => {
    setTyped(reading ? undefined : 'Ghi một số, ví dụ 85 hoặc 12,5')
    if (!reading) return
    const { number } = item
    const { milestone, text } = target
    settle.mutate({ body: { asOf: plan.asOf, number, milestone, text, ...reading } }, { onSuccess: onClose })
  }
  return (
    <FormDialog
      title={`Cách hiểu mục tiêu năm ${target.milestone}, chỉ tiêu ${item.number}`}
      submitLabel={settle.isPending ? 'Đang ghi…' : 'Ghi cách hiểu'}
      isPending={settle.isPending}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <p>
        {item.number}. {item.shortName}
      </p>
      <p>
        Kế hoạch ghi: <b>“{target.text}”</b>
        {unitOfMeasure && ` (đơn vị tính: ${unitOfMeasure})`}
      </p>
      {inPrint && <p>{problemText(inPrint, item)}</p>}
      {likely.length > 0 && (
        <fieldset className="box stack">
          <legend>Có thể hiểu là</legend>
          <ul>
            {likely.map((one) => (
              <li key={metText(one, item)}>
                <button
                  type="button"
                  className="plain-button"
                  onClick={() => {
                    setKind(one.kind as SettledKind)
                    setBound(numberText(one.lower ?? one.upper))
                    setTo(numberText(one.kind === 'range' ? one.upper : null))
                  }}
                >
                  {metText(one, item)}
                </button>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <div className={styles.pair}>
        <ChoiceField
          label="Cách hiểu"
          value={kind}
          options={settledKinds(direction).map((value) => ({ value, label: kindLabels[value] }))}
          onChange={(value) => setKind(value as SettledKind)}
        />
        <TextField
          label={kind === 'range' ? 'Từ' : 'Mức'}
          inputMode="decimal"
          autoComplete="off"
          value={bound}
          error={typed ?? problemAt('#/bound')}
          onChange={(event) => setBound(event.currentTarget.value)}
        />
        {kind === 'range' && (
          <TextField
            label="Đến"
            inputMode="decimal"
            autoComplete="off"
            value={to}
            error={problemAt('#/to')}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        )}
      </div>
      {reading && <p role="status">Sẽ tính: {metText(settledReading(reading, direction), item)}.</p>}
      {problem && !problem.errors?.length && (
        <p className="alarm" role="alert">
          {problem.detail ?? problem.title}
        </p>
      )}
    </FormDialog>
  )
}
