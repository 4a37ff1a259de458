import { useNavigate } from '@tanstack/react-router'
import { useKnownOn } from '../lib/known-on.ts'
import { KnownField, KnownNote } from './city-filters.tsx'
import styles from './known-control.module.css'

/** Where a page of a unit is read as it was known on an earlier day: folded away, and said clearly while it is. */
export function KnownControl() {
  const bietDen = useKnownOn()
  const navigate = useNavigate()
  const choose = (day: string | undefined) =>
    navigate({
      to: '.',
      search: (search) => ({ ...search, bietDen: day }),
      replace: true,
      resetScroll: false,
    })
  return (
    <div className={styles.known}>
      <KnownNote search={{ bietDen }} onSearch={() => choose(undefined)} />
      <details className={styles.folded}>
        <summary>{bietDen ? 'Đổi ngày' : 'Như đã biết ngày …'}</summary>
        <KnownField bietDen={bietDen} onChange={choose} />
      </details>
    </div>
  )
}
