import { isAnswerDue, quarterLabel, unitTitle } from '@moc57/shared'
import type { ExplanationItem } from '@moc57/shared/api'
import { Link } from '@tanstack/react-router'
import panels from '../ui/panels.module.css'
import type { CityExplanation } from './queries.ts'
import { deadlineText, ownExplanationWords as words } from './wording.ts'

type OwnItem = ExplanationItem & Partial<Pick<CityExplanation, 'unit'>>

type OwnExplanationsProps = {
  items: readonly OwnItem[]
  /** The account's unit; `null` for those who work for all of them. */
  unitCode: string | null
  today: string
}

/** As many as fit beside the rest of the page. */
const mostShown = 5

/** What others ask of the account. */
export function AskedOfMe({ items, ...given }: OwnExplanationsProps) {
  const asked = items.filter(({ mayAnswer, state }) => mayAnswer && isAnswerDue(state))
  return (
    <section className={panels.panel}>
      <h2>{words.asked}</h2>
      {asked.length === 0 ? <p>{words.nothingAsked}</p> : <Items items={asked} {...given} />}
    </section>
  )
}

/** What the account asked of others and is not over: the answered ones first. */
export function AskedByMe({ items, ...given }: OwnExplanationsProps) {
  const mine = items.filter(
    ({ mayDecide, state }) => mayDecide && (state === 'answered' || isAnswerDue(state)),
  )
  const sorted = mine.toSorted((a, b) => Number(b.state === 'answered') - Number(a.state === 'answered'))
  return (
    <section className={panels.panel}>
      <h2>{words.mine}</h2>
      {sorted.length === 0 ? <p>{words.nothingMine}</p> : <Items items={sorted} {...given} />}
    </section>
  )
}

function Items({ items, unitCode, today }: OwnExplanationsProps) {
  return (
    <>
      <ul>
        {items.slice(0, mostShown).map((item) => (
          <li key={item.id}>
            <strong>
              {item.number}. {item.shortName}
            </strong>{' '}
            {[quarterLabel(item.period), item.unit && unitTitle(item.unit)].filter(Boolean).join(', ')}
            <br />
            {item.question}{' '}
            <span className={panels.move}>
              {item.state === 'answered' ? words.answered : deadlineText(item, today)}
            </span>
          </li>
        ))}
      </ul>
      {unitCode === null ? (
        <Link to="/giai-trinh">{words.all}</Link>
      ) : (
        <Link to="/don-vi/$unitCode/giai-trinh" params={{ unitCode }}>
          {words.all}
        </Link>
      )}
    </>
  )
}
