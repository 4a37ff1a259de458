import { formatMoment, quarterLabel } from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { useState } from 'react'
import { documentName } from '../../lib/documents.ts'
import { whoText } from '../../lib/who-text.ts'
import { Badge } from '../../ui/badge.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardList } from '../../ui/card-list.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { ChoiceField, TextArea, TextField } from '../../ui/field.tsx'
import { type Proposal, useDecide, type YearEndAnswer } from './queries.ts'

/** The targets that are proposed to change, and what became of each. */
export function ProposalList({ yearEnd }: { yearEnd: YearEndAnswer }) {
  if (yearEnd.proposals.length === 0) return null
  return (
    <section className="stack tight">
      <h2>Đề xuất sửa mục tiêu</h2>
      <CardList>
        {yearEnd.proposals.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} yearEnd={yearEnd} />
        ))}
      </CardList>
    </section>
  )
}

function ProposalCard({ proposal, yearEnd }: { proposal: Proposal; yearEnd: YearEndAnswer }) {
  const { number, milestone, before, text, reason, by, at, decision, mayDecide } = proposal
  const [deciding, setDeciding] = useState<'accept' | 'refuse'>()
  const name = yearEnd.items.find((item) => item.number === number)?.shortName
  const state = !decision
    ? { tone: 'waiting' as const, label: 'Chờ quyết định' }
    : decision.isAccepted
      ? { tone: 'good' as const, label: 'Đã đồng ý, đã vào kế hoạch' }
      : { tone: 'quiet' as const, label: 'Không đồng ý' }
  return (
    <Card>
      <h3>
        {number}. {name} <span>mốc {milestone}</span>
      </h3>
      <p className="row">
        <Badge tone={state.tone}>{state.label}</Badge>
        <span>
          {before ?? 'chưa có mục tiêu'} → <b>{text}</b>
        </span>
      </p>
      <p className="said">Lý do: {reason}</p>
      {decision?.reason && (
        <Callout tone="warn">
          <p>{decision.reason}</p>
        </Callout>
      )}
      <p className="note">
        {by === null ? 'Đề xuất' : `${whoText(by)} đề xuất`} lúc {formatMoment(at)}
        {decision &&
          `; ${decision.by === null ? '' : `${whoText(decision.by)} `}quyết định lúc ${formatMoment(decision.at)}`}
      </p>
      {mayDecide && (
        <div className="row screen-only">
          <button type="button" className="button primary" onClick={() => setDeciding('accept')}>
            Đồng ý
          </button>
          <button type="button" className="button" onClick={() => setDeciding('refuse')}>
            Không đồng ý
          </button>
        </div>
      )}
      {deciding && (
        <DecideDialog
          decision={deciding}
          proposal={proposal}
          yearEnd={yearEnd}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </Card>
  )
}

type DecideDialogProps = {
  decision: 'accept' | 'refuse'
  proposal: Proposal
  yearEnd: YearEndAnswer
  onClose: () => void
}

const newDocument = 'new'

function DecideDialog({ decision, proposal, yearEnd, onClose }: DecideDialogProps) {
  const { unit, year, documents } = yearEnd
  const decide = useDecide(unit.code, String(year))
  const [documentId, setDocumentId] = useState(documents.at(-1)?.id ?? newDocument)
  const isNew = documentId === newDocument
  const effectiveFrom = `${year + 1}-Q1`
  const isAccepting = decision === 'accept'
  return (
    <FormDialog
      title={isAccepting ? 'Đồng ý sửa mục tiêu' : 'Không đồng ý sửa mục tiêu'}
      submitLabel={isAccepting ? 'Đồng ý' : 'Không đồng ý'}
      isPending={decide.isPending}
      error={decide.error}
      required={{ reason: 'Hãy ghi lý do.', title: 'Hãy ghi trích yếu của văn bản.' }}
      onSubmit={({ reason, number, issuedOn, title = '' }) => {
        const document = isNew
          ? { document: { title, number: number || null, issuedOn: issuedOn || null } }
          : { documentId }
        decide.mutate(
          {
            id: proposal.id,
            decision,
            ...(isAccepting ? { effectiveFrom, ...document } : { reason: reason ?? null }),
          },
          { onSuccess: onClose },
        )
        return undefined
      }}
      onClose={onClose}
    >
      {isAccepting ? (
        <>
          <p>
            Chỉ tiêu {proposal.number}, mốc {proposal.milestone}: “{proposal.text}” có hiệu lực từ{' '}
            {quarterLabel(effectiveFrom)}. Các kỳ trước giữ mục tiêu cũ.
          </p>
          <ChoiceField
            name="documentId"
            label="Theo văn bản"
            value={documentId}
            onChange={(chosen) => setDocumentId(chosen)}
            options={[
              ...documents.map((document) => ({ value: document.id, label: documentName(document) })),
              { value: newDocument, label: 'Văn bản khác' },
            ]}
          />
          {isNew && (
            <>
              <TextField
                name="number"
                label="Số, ký hiệu (nếu có)"
                maxLength={longest.documentNumber}
                autoComplete="off"
              />
              <DateField name="issuedOn" label="Ngày ban hành (nếu có)" />
              <TextField name="title" label="Trích yếu" maxLength={longest.title} autoComplete="off" />
            </>
          )}
        </>
      ) : (
        <TextArea name="reason" label="Lý do không đồng ý" maxLength={longest.planReason} />
      )}
    </FormDialog>
  )
}
