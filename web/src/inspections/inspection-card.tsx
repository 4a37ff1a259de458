import { formatDay, formatMoment, type Inspection, inspectionKindLabels, todayInVietnam } from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { whoText } from '../lib/who-text.ts'
import { Badge, type Tone } from '../ui/badge.tsx'
import { Callout } from '../ui/callout.tsx'
import { Card } from '../ui/card-list.tsx'
import { FormDialog } from '../ui/dialog.tsx'
import { ChoiceField, TextArea } from '../ui/field.tsx'
import { useFollowUp } from './queries.ts'

type InspectionCardProps = { unitCode: string; inspection: Inspection; mayFollowUp: boolean }

/** An inspection, what it found, what has to be done, and what was done. */
export function InspectionCard({ unitCode, inspection, mayFollowUp }: InspectionCardProps) {
  const { kind, heldOn, findings, demand, dueOn, indicators, tasks, followUps, isOpen, by, at } = inspection
  const [isFollowing, setFollowing] = useState(false)
  const { tone, label } = badgeOf(inspection)
  return (
    <Card>
      <h2>
        {inspectionKindLabels[kind]} ngày {formatDay(heldOn)}
      </h2>
      <p className="row">
        <Badge tone={tone}>{label}</Badge>
        <span className="note">
          {whoText(by)} ghi {formatMoment(at)}
        </span>
      </p>
      <p className="row note">
        {indicators.map((number) => (
          <Link
            key={number}
            to="/don-vi/$unitCode/chi-tieu/$number"
            params={{ unitCode, number: String(number) }}
            search={true}
          >
            Chỉ tiêu {number}
          </Link>
        ))}
        {tasks.map((number) => (
          <Link key={number} to="/don-vi/$unitCode/nhiem-vu" params={{ unitCode }} search={true}>
            Nhiệm vụ {number}
          </Link>
        ))}
      </p>
      <p className="said">{findings}</p>
      {demand && (
        <Callout tone="warn">
          <p>
            Phải làm: {demand}
            {dueOn && ` Hạn ${formatDay(dueOn)}.`}
          </p>
        </Callout>
      )}
      {followUps.length > 0 && (
        <dl className="facts boxed">
          {followUps.map(({ note, isDone, by: author, at: moment }) => (
            <FollowUp key={moment} term={isDone ? 'Đã xong' : 'Đang làm'}>
              {note} <span className="note">{`${whoText(author)}, ${formatMoment(moment)}`}</span>
            </FollowUp>
          ))}
        </dl>
      )}
      {mayFollowUp && isOpen && (
        <div className="row screen-only">
          <button type="button" className="button" onClick={() => setFollowing(true)}>
            Ghi việc đã làm<span className="visually-hidden"> sau kiểm tra ngày {formatDay(heldOn)}</span>
          </button>
        </div>
      )}
      {isFollowing && (
        <FollowUpDialog unitCode={unitCode} inspection={inspection} onClose={() => setFollowing(false)} />
      )}
    </Card>
  )
}

function FollowUp({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}

function badgeOf({ isOpen, demand, dueOn }: Inspection): { tone: Tone; label: string } {
  if (!isOpen)
    return demand
      ? { tone: 'good', label: 'Đã khắc phục' }
      : { tone: 'quiet', label: 'Không có việc phải làm' }
  const isLate = dueOn !== null && dueOn < todayInVietnam(new Date())
  return isLate ? { tone: 'alarm', label: 'Quá hạn khắc phục' } : { tone: 'waiting', label: 'Đang khắc phục' }
}

type FollowUpDialogProps = { unitCode: string; inspection: Inspection; onClose: () => void }

function FollowUpDialog({ unitCode, inspection, onClose }: FollowUpDialogProps) {
  const followUp = useFollowUp(unitCode, inspection.id)
  return (
    <FormDialog
      title="Việc đã làm sau kiểm tra"
      submitLabel="Ghi"
      isPending={followUp.isPending}
      error={followUp.error}
      required={{ note: 'Hãy ghi việc đã làm.' }}
      onSubmit={({ note = '', isDone }) => {
        followUp.mutate({ note, isDone: isDone === 'true' }, { onSuccess: onClose })
        return undefined
      }}
      onClose={onClose}
    >
      <p className="said">Phải làm: {inspection.demand}</p>
      <TextArea name="note" label="Việc đã làm" maxLength={longest.note} />
      <ChoiceField
        name="isDone"
        label="Còn việc phải làm không"
        options={[
          { value: 'false', label: 'Còn, đang làm tiếp' },
          { value: 'true', label: 'Không, đã khắc phục xong' },
        ]}
      />
    </FormDialog>
  )
}
