import type { Account, Assignment, Quarter } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { CardList } from '../ui/card-list.tsx'
import { AskButton } from './ask-button.tsx'
import { ExplanationCard } from './explanation-card.tsx'
import { explanationsQuery } from './queries.ts'

type CellExplanationsProps = {
  account: Account
  unitCode: string
  number: number
  shortName: string
  period: Quarter
  assignment: Assignment | null
}

/** The explanations of one indicator, of every quarter, and the way to ask for one. */
export function CellExplanations({ account, ...cell }: CellExplanationsProps) {
  const { unitCode, number } = cell
  const { data } = useQuery(explanationsQuery(unitCode))
  const items = data?.items.filter((item) => item.number === number) ?? []
  return (
    <>
      {items.length > 0 ? (
        <CardList>
          {items.map((item) => (
            <ExplanationCard key={item.id} unitCode={unitCode} item={item} hideName />
          ))}
        </CardList>
      ) : (
        data && <p className="note">Chưa có yêu cầu giải trình.</p>
      )}
      <div className="row screen-only">
        <AskButton {...cell} />
      </div>
    </>
  )
}
