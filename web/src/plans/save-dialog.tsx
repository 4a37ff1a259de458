import {
  firstQuarter,
  PlanChange,
  type PlanChangeInput,
  problemsWithPastTargets,
  type Quarter,
  quarterLabel,
  quartersBetween,
  shiftQuarter,
} from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { useState } from 'react'
import { ApiError } from '../lib/api-client.ts'
import { documentName } from '../lib/documents.ts'
import { Callout } from '../ui/callout.tsx'
import { DateField } from '../ui/date-field.tsx'
import { FormDialog } from '../ui/dialog.tsx'
import { ChoiceField, TextArea, TextField } from '../ui/field.tsx'
import styles from './dialogs.module.css'
import { newDocument, type PlanDraft, partsToSave, pendingChanges, type SaveFields } from './draft.ts'
import type { UnitPlan } from './queries.ts'
import { pendingText } from './wording.ts'

type FieldProblem = { pointer: string; detail: string }

type SaveDialogProps = {
  plan: UnitPlan
  draft: PlanDraft
  onFields: (fields: SaveFields) => void
  isPending: boolean
  error: Error | null
  onSave: (change: PlanChangeInput) => void
  onClose: () => void
}

/** How far ahead of today a plan may be changed. */
const quartersAhead = 4

/** The changes with what must be said of them: from which quarter, why, by which document. */
export function SaveDialog({ plan, draft, isPending, error, onSave, onClose, ...on }: SaveDialogProps) {
  const { saving } = draft
  const { parts, keyAt } = partsToSave(draft)
  const pending = pendingChanges(draft)
  const choices = documentChoices(plan)
  const effectiveFrom = saving.effectiveFrom || plan.currentQuarter
  const documentId = saving.documentId || choices[0]?.value || newDocument
  const [found, setFound] = useState<FieldProblem[]>([])
  const onFields = (fields: SaveFields) => {
    setFound([])
    on.onFields(fields)
  }
  const problem = error instanceof ApiError ? error.problem : undefined
  // Told before anything is sent; the server has the last word, with the plan of that quarter.
  const past = problemsWithPastTargets(
    { ...parts, effectiveFrom },
    (number, milestone) =>
      plan.items
        .find((item) => item.number === number)
        ?.targets.find((target) => target.milestone === milestone)?.text,
  )
  const problems = [...past, ...(found.length > 0 ? found : past.length > 0 ? [] : (problem?.errors ?? []))]
  const problemAt = (...pointers: string[]) =>
    problems.find(({ pointer }) => pointers.includes(pointer))?.detail
  const ofChanges = problems.flatMap(({ pointer, detail }) => {
    const key = keyAt(pointer)
    return key ? [{ key, detail }] : []
  })
  const field = (name: 'number' | 'title') => ({
    value: saving[name],
    error: problemAt(`#/document/${name}`),
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      onFields({ ...saving, [name]: value }),
  })
  const handleSubmit = () => {
    if (past.length > 0) return
    const change = {
      ...parts,
      basedOn: draft.basedOn,
      effectiveFrom,
      reason: saving.reason,
      documentId: documentId === newDocument || documentId === planDocument ? null : documentId,
      document:
        documentId === newDocument
          ? { number: saving.number || null, issuedOn: saving.issuedOn || null, title: saving.title }
          : null,
    }
    const issues = PlanChange.safeParse(change).error?.issues ?? []
    setFound(issues.map(({ path, message }) => ({ pointer: `#/${path.join('/')}`, detail: message })))
    if (issues.length === 0) onSave(change)
  }
  const reasonProblem = problemAt('#/reason')
  return (
    <FormDialog
      title={`Ghi ${pending.length} thay đổi`}
      submitLabel={isPending ? 'Đang ghi…' : 'Ghi vào kế hoạch'}
      cancelLabel="Sửa tiếp"
      isPending={isPending}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <ul className={styles.changes}>
        {pending.map((change) => (
          <li key={change.key}>
            {pendingText(change)}
            {ofChanges
              .filter(({ key }) => key === change.key)
              .map(({ detail }) => (
                <p key={detail} className="alarm" role="alert">
                  {detail}
                </p>
              ))}
          </li>
        ))}
      </ul>
      <div className="stack">
        <ChoiceField
          label="Có hiệu lực từ"
          value={effectiveFrom}
          options={quarters(plan.currentQuarter)}
          onChange={(effectiveFrom) => onFields({ ...saving, effectiveFrom })}
        />
      </div>
      {problemAt('#/effectiveFrom') && (
        <p className="alarm" role="alert">
          {problemAt('#/effectiveFrom')}
        </p>
      )}
      <TextArea
        label="Lý do"
        rows={2}
        maxLength={longest.planReason}
        value={saving.reason}
        aria-required="true"
        error={reasonProblem && 'Hãy ghi lý do thay đổi.'}
        onChange={(event) => onFields({ ...saving, reason: event.currentTarget.value })}
      />
      <fieldset className="box stack">
        <legend>Căn cứ</legend>
        <ChoiceField
          label="Văn bản"
          value={documentId}
          options={[...choices, { value: newDocument, label: 'Văn bản mới…' }]}
          onChange={(chosen) => onFields({ ...saving, documentId: chosen })}
        />
        {problemAt('#/documentId', '#/document') && (
          <p className="alarm" role="alert">
            {problemAt('#/documentId', '#/document')}
          </p>
        )}
        {documentId === newDocument && (
          <>
            <div className={styles.pair}>
              <TextField
                label="Số, ký hiệu"
                maxLength={longest.documentNumber}
                placeholder="15/KH-UBND"
                {...field('number')}
              />
              <DateField
                label="Ngày ban hành"
                value={saving.issuedOn}
                error={problemAt('#/document/issuedOn')}
                onChange={(day = '') => onFields({ ...saving, issuedOn: day })}
              />
            </div>
            <TextField label="Trích yếu" maxLength={longest.title} {...field('title')} />
          </>
        )}
      </fieldset>
      {problem && ofChanges.length === 0 && !problems.length && (
        <Callout tone="alarm" title={problem.title} isAlert>
          <p>
            {problem.status === 0
              ? 'Các thay đổi vẫn giữ trong máy này; kiểm tra đường truyền rồi ghi lại.'
              : problem.detail}
          </p>
          {problem.status === 409 && (
            <button type="button" className="plain-button" onClick={onClose}>
              Xem kế hoạch mới, các thay đổi đang sửa vẫn giữ
            </button>
          )}
        </Callout>
      )}
    </FormDialog>
  )
}

function quarters(current: Quarter): { value: string; label: string }[] {
  return quartersBetween(firstQuarter, shiftQuarter(current, quartersAhead))
    .reverse()
    .map((period) => ({
      value: period,
      label: period === current ? `${quarterLabel(period)} (quý này)` : quarterLabel(period),
    }))
}

/** The document of the plan stands for itself: the server takes the one that is in force in the quarter. */
const planDocument = 'plan'

function documentChoices({ plan, documents }: UnitPlan): { value: string; label: string }[] {
  const inForce =
    plan.source === 'own'
      ? [{ value: planDocument, label: `${documentName(plan.document)} (đang dùng)` }]
      : []
  const others = documents
    .filter(({ id }) => plan.source !== 'own' || id !== plan.document.id)
    .reverse()
    .map((document) => ({ value: document.id, label: documentName(document) }))
  // A unit without a plan of its own more likely has a new document than that its report is meant.
  return plan.source === 'own'
    ? [...inForce, ...others]
    : others.filter(({ value }) => isPlan(documents, value))
}

function isPlan(documents: UnitPlan['documents'], value: string): boolean {
  return documents.find(({ id }) => id === value)?.kind === 'plan'
}
