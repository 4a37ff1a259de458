import { formatDay, isAnswerDue, quarterLabel, todayInVietnam } from '@moc57/shared'
import type { ExplanationItem } from '@moc57/shared/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { quarterText } from '../lib/figures.ts'
import { EvidenceButton } from '../measurements/evidence/evidence-button.tsx'
import { evidenceQuery } from '../measurements/evidence/queries.ts'
import { Badge } from '../ui/badge.tsx'
import { Callout } from '../ui/callout.tsx'
import { Card } from '../ui/card-list.tsx'
import { ExplanationActions } from './explanation-actions.tsx'
import { deadlineText, eventText, signature, stateBadge } from './wording.ts'

type ExplanationCardProps = {
  unitCode: string
  /** Where explanations of several units stand together. */
  unitName?: string
  item: ExplanationItem
  /** On the page of the indicator itself its name is not said again. */
  hideName?: boolean
}

/** A question on a figure, what was answered, and what may be done with it now. */
export function ExplanationCard({ unitCode, unitName, item, hideName }: ExplanationCardProps) {
  const { number, shortName, period, question, addressee, answer, state, events, mayAnswer } = item
  const { tone, label } = stateBadge(item)
  const figure = { unitCode, number, period }
  const { data: evidence } = useQuery(evidenceQuery(figure))
  const returned = state === 'returned' ? events.findLast(({ action }) => action === 'return') : undefined
  return (
    <Card>
      <h3>
        {hideName ? (
          `Giải trình ${quarterText(period)}`
        ) : (
          <>
            <Link
              to="/don-vi/$unitCode/chi-tieu/$number"
              params={{ unitCode, number: String(number) }}
              search={{ ky: period }}
            >
              {number}. {shortName}
            </Link>{' '}
            <span>
              {quarterLabel(period)}
              {unitName && `, ${unitName}`}
            </span>
          </>
        )}
      </h3>
      <p className="row">
        <Badge tone={tone}>{label}</Badge>
        <span>{deadlineText(item, todayInVietnam(new Date()))}</span>
        <span className="note">
          {item.askedAs === 'city' && 'Thành phố yêu cầu, '}
          {addressee} trả lời
        </span>
      </p>
      <p className="said">
        {question} <span className="note">{signature(item)}</span>
      </p>
      {answer && (
        <dl className="facts boxed">
          <dt>Nguyên nhân</dt>
          <dd>{answer.cause}</dd>
          <dt>Giải pháp</dt>
          <dd>{answer.measure}</dd>
          <dt>Hoàn thành trước</dt>
          <dd>
            {formatDay(answer.doneBy ?? '')} <span className="note">{signature(answer)}</span>
          </dd>
        </dl>
      )}
      {returned && (
        <Callout tone="warn">
          <p>Cần bổ sung: {returned.reason}</p>
        </Callout>
      )}
      {events.length > 0 && (
        <details>
          <summary>
            Diễn biến<span className="visually-hidden"> giải trình chỉ tiêu {number}</span> ({events.length})
          </summary>
          <ol>
            {events.map((event) => (
              <li key={event.at + event.action}>
                {eventText(event)} <span className="note">{signature(event)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
      <div className="row screen-only">
        <ExplanationActions unitCode={unitCode} item={item} />
        <EvidenceButton
          figure={figure}
          count={evidence?.items.length ?? 0}
          mayAdd={mayAnswer && isAnswerDue(state)}
        />
      </div>
    </Card>
  )
}
