import { may } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sessionQuery } from '../lib/session-query.ts'
import { explanationsQuery } from './queries.ts'
import { explanationsSentence } from './wording.ts'

type ExplanationLineProps = { unitCode: string; items: readonly { number: number }[] }

/** How the explanations on some indicators stand, for those who work on them; nothing for everybody else. */
export function ExplanationLine({ unitCode, items }: ExplanationLineProps) {
  const { data: account } = useQuery(sessionQuery)
  if (!account || !may(account, 'readWork', { unitCode })) return null
  return <Line unitCode={unitCode} items={items} />
}

function Line({ unitCode, items }: ExplanationLineProps) {
  const { data } = useQuery(explanationsQuery(unitCode))
  if (!data) return null
  const numbers = new Set(items.map(({ number }) => number))
  return (
    <p>
      Giải trình: {explanationsSentence(data.items.filter(({ number }) => numbers.has(number)))}{' '}
      <Link to="/don-vi/$unitCode/giai-trinh" params={{ unitCode }} search={true}>
        Xem
      </Link>
    </p>
  )
}
