import { isOwnIndicator, type Output, unitTitle } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { lazy } from 'react'
import { Figure } from '../../ui/figure.tsx'
import { Section } from '../../ui/page.tsx'
import { gapRows, verdictNote } from './gap-rows.ts'
import { GapTable } from './gap-table.tsx'

const GapChart = lazy(() => import('./gap-chart.tsx'))

/** How far it is from today's value to each milestone. */
export function GapSection({ indicator }: { indicator: Output<typeof readIndicator> }) {
  const rows = gapRows(indicator)
  const drawn = rows.filter(({ gap }) => gap !== null)
  const note = verdictNote(rows)
  const height = drawn.length * 34 + 24
  const { plan } = indicator
  const isOwn = isOwnIndicator(indicator.number)
  const isReference = plan.source === 'reference' && !isOwn
  return (
    <Section title="Khoảng cách đến từng mốc">
      <div className="columns">
        <div>
          <GapTable rows={rows} unitOfMeasure={indicator.unitOfMeasure} reference={isReference} />
          {isOwn && <p className="note">Chỉ tiêu riêng của {unitTitle(indicator.unit)}.</p>}
          {isReference && (
            <p className="note">
              Chỉ tiêu tham chiếu Phụ lục 01 của {unitTitle(plan.unit)}
              {rows.some(({ own }) => own) && '; mục tiêu ghi “riêng” là của đơn vị'}.
            </p>
          )}
          {note && <p className="note">{note}</p>}
        </div>
        {drawn.length > 0 && (
          <Figure height={height}>
            <GapChart rows={drawn} height={height} status={indicator.status} />
          </Figure>
        )}
      </div>
    </Section>
  )
}
