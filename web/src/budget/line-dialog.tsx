import {
  type BudgetBasis,
  type BudgetField,
  type BudgetKind,
  type BudgetLine,
  budgetBasisLabels,
  budgetFieldLabels,
  budgetKindLabels,
  codesOf,
  moneyProblems,
  parseMoney,
} from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { FormDialog } from '../ui/dialog.tsx'
import { ChoiceField, TextField } from '../ui/field.tsx'
import type { FormErrors, FormFields } from '../ui/form.tsx'
import { MoneyField } from '../ui/money-field.tsx'
import { useRecordLine } from './queries.ts'

type LineDialogProps = {
  unitCode: string
  year: string
  /** 0 is the total of all spending. */
  line: number
  /** What stands there now, and the revision to be replaced. */
  current: BudgetLine | undefined
  revision: number
  onClose: () => void
}

/** Writes a line of the ledger, or changes it with a reason. */
export function LineDialog({ unitCode, year, line, current, revision, onClose }: LineDialogProps) {
  const record = useRecordLine(unitCode, year)
  const isTotal = line === 0
  const handleSubmit = (fields: FormFields) => {
    const read = codesOf(budgetBasisLabels).map((basis) => [basis, amountOf(fields[basis])] as const)
    const wrong: FormErrors = {}
    for (const [basis, amount] of read) if (typeof amount === 'string') wrong[basis] = amount
    if (read.every(([, amount]) => amount === null)) wrong.planned = 'Hãy ghi ít nhất một số tiền.'
    if (Object.keys(wrong).length > 0) return wrong
    const { title = '', source, reason } = fields
    record.mutate(
      {
        line,
        ...(Object.fromEntries(read) as Record<BudgetBasis, number | null>),
        ...(!isTotal && {
          field: fields.field as BudgetField,
          kind: fields.kind as BudgetKind,
          title,
        }),
        source: source || null,
        reason: reason || null,
        revision,
      },
      { onSuccess: onClose },
    )
    return undefined
  }
  return (
    <FormDialog
      title={isTotal ? `Tổng chi ngân sách năm ${year}` : `Dòng ngân sách năm ${year}`}
      submitLabel="Ghi"
      isPending={record.isPending}
      error={record.error}
      required={{ title: 'Hãy ghi nội dung chi.', reason: 'Dòng này đã ghi. Hãy nêu lý do sửa.' }}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      {!isTotal && (
        <>
          <ChoiceField
            name="field"
            label="Lĩnh vực"
            defaultValue={current?.field ?? 'digital'}
            options={codesOf(budgetFieldLabels).map((value) => ({ value, label: budgetFieldLabels[value] }))}
          />
          <ChoiceField
            name="kind"
            label="Loại nội dung chi"
            defaultValue={current?.kind ?? 'training'}
            options={codesOf(budgetKindLabels).map((value) => ({ value, label: budgetKindLabels[value] }))}
          />
          <TextField
            name="title"
            label="Nội dung chi"
            maxLength={longest.title}
            autoComplete="off"
            defaultValue={current?.title ?? ''}
          />
        </>
      )}
      {codesOf(budgetBasisLabels).map((basis) => (
        <MoneyField
          key={basis}
          name={basis}
          label={budgetBasisLabels[basis]}
          initial={current?.[basis] ?? null}
        />
      ))}
      <TextField
        name="source"
        label="Nguồn (văn bản, số hiệu)"
        maxLength={longest.title}
        autoComplete="off"
        defaultValue={current?.source ?? ''}
      />
      {revision > 0 && (
        <TextField name="reason" label="Lý do sửa" maxLength={longest.note} autoComplete="off" />
      )}
    </FormDialog>
  )
}

/** The amount, `null` where nothing is typed, or what is wrong with it. */
function amountOf(text = ''): number | null | string {
  if (text === '') return null
  const read = parseMoney(text)
  return typeof read === 'number' ? read : moneyProblems[read]
}

type RemoveDialogProps = { unitCode: string; year: string; current: BudgetLine; onClose: () => void }

/** Takes a line out of the sums; it stays in the history. */
export function RemoveDialog({ unitCode, year, current, onClose }: RemoveDialogProps) {
  const record = useRecordLine(unitCode, year)
  const { line, field, kind, title, planned, allocated, disbursed, source, revision } = current
  return (
    <FormDialog
      title="Bỏ dòng ngân sách"
      submitLabel="Bỏ dòng"
      isPending={record.isPending}
      error={record.error}
      required={{ reason: 'Hãy nêu lý do bỏ.' }}
      onSubmit={({ reason = '' }) => {
        const kept = { line, field, kind, title, planned, allocated, disbursed, source, revision }
        record.mutate({ ...kept, reason, isRemoved: true }, { onSuccess: onClose })
        return undefined
      }}
      onClose={onClose}
    >
      <p>
        {title ?? 'Tổng chi ngân sách'}: dòng này không còn được tính; nội dung vẫn giữ trong các lần ghi.
      </p>
      <TextField name="reason" label="Lý do bỏ" maxLength={longest.note} autoComplete="off" />
    </FormDialog>
  )
}
