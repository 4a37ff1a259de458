import { Link, useParams } from '@tanstack/react-router'
import { useAsOf } from '../lib/as-of.ts'

/** The unit's name beside the title of one of its pages, once known; the way back to the unit's own page. */
export function UnitOfPage({ name }: { name: string | undefined }) {
  const { unitCode } = useParams({ strict: false })
  const ky = useAsOf()
  if (!name || !unitCode) return null
  return (
    <span>
      <Link to="/don-vi/$unitCode" params={{ unitCode }} search={{ ky }}>
        {name}
      </Link>
    </span>
  )
}
