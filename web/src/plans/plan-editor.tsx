import { lastMilestone, type PlanChangeInput, quarterLabel } from '@moc57/shared'
import { useState } from 'react'
import { uncapitalize } from '../lib/text.ts'
import { SelectField } from '../ui/select-field.tsx'
import { AssignmentDialog } from './assignment-dialog.tsx'
import {
  pendingChanges,
  undone,
  withAssignment,
  withFile,
  withIndicator,
  withPosition,
  withTarget,
  withWithdrawn,
} from './draft.ts'
import { IndicatorDialog } from './indicator-dialog.tsx'
import { knownNames } from './known-names.ts'
import { PendingBar } from './pending-bar.tsx'
import { PlanFile } from './plan-file.tsx'
import { milestoneYears, planRows } from './plan-rows.ts'
import { PlanTable } from './plan-table.tsx'
import styles from './plan-view.module.css'
import { PlanFrame } from './plan-view.tsx'
import { PositionDialog } from './position-dialog.tsx'
import { type UnitPlan, useChangePlan } from './queries.ts'
import { SaveDialog } from './save-dialog.tsx'
import { StalePlan } from './stale-plan.tsx'
import { useDraft } from './use-draft.ts'

type PlanEditorProps = {
  plan: UnitPlan
  reference: ReadonlyMap<string, string>
  ky: string | undefined
}

type Opened = 'indicator' | 'assignment' | 'position' | 'save' | 'file' | null

/** The plan of today to change: what is changed waits in the browser until all of it is saved together. */
export function PlanEditor({ plan, reference, ky }: PlanEditorProps) {
  const unitCode = plan.unit.code
  const { draft, change, clear, isStale, acceptPlan } = useDraft(unitCode, plan.lastChange)
  const [opened, setOpened] = useState<Opened>(null)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [addedYears, setAddedYears] = useState<readonly number[]>([])
  const [done, setDone] = useState('')
  const saving = useChangePlan(unitCode)
  const rows = planRows(plan, draft)
  const years = milestoneYears(rows, addedYears)
  const pending = pendingChanges(draft)
  const chosenRows = rows.filter(({ item, isWithdrawn }) => chosen.has(item.number) && !isWithdrawn)
  const close = () => setOpened(null)
  const take = (next: typeof draft) => {
    setDone('')
    change(next)
  }
  const handleSave = (body: PlanChangeInput) =>
    saving.mutate(body, {
      onSuccess: () => {
        clear()
        close()
        setDone(
          `Đã ghi ${pending.length} thay đổi, có hiệu lực từ ${uncapitalize(quarterLabel(body.effectiveFrom))}.`,
        )
      },
    })
  return (
    <>
      <PlanFrame
        plan={plan}
        tools={
          <Tools
            canAdopt={plan.plan.source === 'reference' && !draft.adopts}
            hasLeaders={plan.leaders.length > 0}
            listed={plan.items.filter(({ isOwn }) => !isOwn).length}
            years={years}
            onOpen={setOpened}
            onAdopt={() => take({ ...draft, adopts: true })}
            onYear={(year) => setAddedYears([...addedYears, year])}
          />
        }
      >
        <p role="status" className={styles.done}>
          {done}
        </p>
        {isStale && <StalePlan plan={plan} draft={draft} onAccept={acceptPlan} />}
        {opened === 'file' && (
          <PlanFile
            plan={plan}
            onTake={(file) => {
              take(withFile(draft, plan.items, file))
              setOpened('save')
            }}
            onClose={close}
          />
        )}
        <PlanTable
          plan={plan}
          rows={rows}
          years={years}
          reference={reference}
          ky={ky}
          edit={{
            chosen,
            onChoose: (numbers, isChosen) => {
              const others = [...chosen].filter((number) => !numbers.includes(number))
              setChosen(new Set(isChosen ? [...others, ...numbers] : others))
            },
            onTarget: ({ item, saved }, milestone, text) =>
              take(withTarget(draft, saved ?? { ...item, targets: [] }, milestone, text)),
            onWithdraw: (number) => take(withWithdrawn(draft, number)),
          }}
        />
      </PlanFrame>
      <PendingBar
        pending={pending}
        chosen={chosenRows.length}
        onAssign={() => setOpened('assignment')}
        onUnchoose={() => setChosen(new Set())}
        onUndo={(undo) => take(undone(draft, undo))}
        onDrop={clear}
        onSave={() => {
          saving.reset()
          setOpened('save')
        }}
      />
      {opened === 'indicator' && (
        <IndicatorDialog
          groups={plan.groups}
          years={years}
          onAdd={(indicator) => {
            take(withIndicator(draft, indicator))
            close()
          }}
          onClose={close}
        />
      )}
      {opened === 'assignment' && (
        <AssignmentDialog
          rows={chosenRows}
          known={knownNames(plan, rows)}
          onAssign={(assignment) => {
            take(withAssignment(draft, assignment))
            setChosen(new Set())
            close()
          }}
          onClose={close}
        />
      )}
      {opened === 'position' && (
        <PositionDialog
          leaders={plan.leaders}
          onChange={(leader, position) => {
            take(withPosition(draft, leader, position))
            close()
          }}
          onClose={close}
        />
      )}
      {opened === 'save' && pending.length > 0 && (
        <SaveDialog
          plan={plan}
          draft={draft}
          onFields={(fields) => change({ ...draft, saving: fields })}
          isPending={saving.isPending}
          error={saving.error}
          onSave={handleSave}
          onClose={close}
        />
      )}
    </>
  )
}

type ToolsProps = {
  canAdopt: boolean
  hasLeaders: boolean
  listed: number
  years: readonly number[]
  onOpen: (opened: Opened) => void
  onAdopt: () => void
  onYear: (year: number) => void
}

/** What can be done with the plan beside typing into it. */
function Tools({ canAdopt, hasLeaders, listed, years, onOpen, onAdopt, onYear }: ToolsProps) {
  const [first = 0] = years
  const free = Array.from({ length: lastMilestone - first + 1 }, (_, index) => first + index).filter(
    (year) => !years.includes(year),
  )
  return (
    <>
      <button type="button" className="plain-button" onClick={() => onOpen('file')}>
        Nhập từ Excel
      </button>
      {hasLeaders && (
        <button type="button" className="plain-button" onClick={() => onOpen('position')}>
          Đổi chức vụ
        </button>
      )}
      {canAdopt && (
        <button type="button" className="button" data-last="" onClick={onAdopt}>
          Áp dụng danh mục {listed} chỉ tiêu
        </button>
      )}
      <button
        type="button"
        className="button"
        {...(!canAdopt && { 'data-last': '' })}
        onClick={() => onOpen('indicator')}
      >
        Thêm chỉ tiêu riêng
      </button>
      <SelectField
        label="Thêm mốc năm"
        hideLabel
        value=""
        options={[
          { value: '', label: 'Thêm mốc năm…' },
          ...free.map((year) => ({ value: String(year), label: `Năm ${year}` })),
        ]}
        onChange={(year) => year && onYear(Number(year))}
      />
    </>
  )
}
