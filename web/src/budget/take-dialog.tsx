import { type BudgetBasis, budgetBasisLabels, budgetIndicator, type Quarter } from '@moc57/shared'
import type { EntryRow } from '@moc57/shared/api'
import { longest } from '@moc57/shared/api'
import { useQuery } from '@tanstack/react-query'
import { revisionText } from '../indicators/revision-text.ts'
import { quarterText } from '../lib/figures.ts'
import { Dialog, FormDialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/field.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type Budget, budgetCellQuery, useTakeIntoQuarter } from './queries.ts'
import { shareText, sourceText } from './wording.ts'

type TakeDialogProps = {
  budget: Budget
  basis: BudgetBasis
  period: Quarter
  onTaken: () => void
  onClose: () => void
}

/** Offers what the ledger yields to the cell of indicator 6: a draft that is submitted and approved like every other. */
export function TakeDialog(props: TakeDialogProps) {
  const { budget, period, onClose } = props
  const query = useQuery(budgetCellQuery(budget.unit.code, period))
  if (query.isPending || query.isError) {
    return (
      <Dialog title={`Lấy vào ${quarterText(period)}`} onClose={onClose}>
        <QueryView query={query} skeleton={<Skeleton height={120} />}>
          {() => null}
        </QueryView>
      </Dialog>
    )
  }
  return <TakeForm {...props} cell={query.data} />
}

function TakeForm({
  budget,
  basis,
  period,
  onTaken,
  onClose,
  cell,
}: TakeDialogProps & { cell: EntryRow | null }) {
  const take = useTakeIntoQuarter(budget.unit.code, period)
  const { numerator, denominator } = budget.shares[basis]
  const source = sourceText(budget, basis)
  return (
    <FormDialog
      title={`Lấy vào chỉ tiêu ${budgetIndicator}, ${quarterText(period)}`}
      submitLabel="Lưu số nháp"
      isPending={take.isPending}
      error={take.error}
      required={{ reason: 'Số liệu quý này đã duyệt. Hãy ghi lý do đính chính.' }}
      onSubmit={({ reason }) => {
        const figure = { numerator, denominator, source, revision: cell?.current?.revision ?? 0 }
        take.mutate({ ...figure, ...(reason && { reason }) }, { onSuccess: onTaken })
        return undefined
      }}
      onClose={onClose}
    >
      <p>
        {budgetBasisLabels[basis]}: <b>{shareText(budget.shares[basis])}</b>
      </p>
      <p>
        {cell?.current
          ? `Đang có trong quý: ${revisionText(cell.current, '%')}. Số mới thay số này, số cũ vẫn giữ trong lịch sử.`
          : 'Quý này chưa có số liệu của chỉ tiêu.'}
      </p>
      <p>Nguồn ghi kèm: {source}</p>
      <p>Số được lưu là bản nháp; trình và duyệt như mọi số liệu khác.</p>
      {cell?.approved && (
        <TextField name="reason" label="Lý do đính chính" maxLength={longest.note} autoComplete="off" />
      )}
    </FormDialog>
  )
}
