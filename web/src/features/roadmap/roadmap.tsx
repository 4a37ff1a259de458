import { useMediaQuery } from '@mantine/hooks'
import { milestoneQuarter, type Output, periodOfQuarterNumber } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { lazy, Suspense } from 'react'
import { Skeleton } from '../../components/skeleton.tsx'
import styles from './roadmap.module.css'
import { roadmapOf, type Window } from './roadmap-points.ts'
import { RoadmapTable } from './roadmap-table.tsx'

const RoadmapPanel = lazy(() => import('./roadmap-panel.tsx'))

const chartHeight = { wide: 292, narrow: 300 }

/** The way from 2025 to 2045, and beside it the stretch up to the next milestone, where the measured points crowd. */
export function RoadmapSection({ indicator }: { indicator: Output<typeof readIndicator> }) {
  const narrow = useMediaQuery('(width < 48em)')
  const roadmap = roadmapOf(indicator)
  const height = narrow ? chartHeight.narrow : chartHeight.wide
  const { next, unitOfMeasure } = indicator

  return (
    <section aria-labelledby="roadmap">
      <h2 id="roadmap" className="visually-hidden">
        Lộ trình 2025–2045
      </h2>
      <div className={styles.panels} data-status={indicator.status}>
        <figure className={styles.panel}>
          <figcaption>Lộ trình chỉ tiêu 2025–2045</figcaption>
          <div aria-hidden="true" className={styles.drawing} style={{ height }}>
            <Suspense fallback={<Skeleton height={height} />}>
              <RoadmapPanel roadmap={roadmap} part="whole" unitOfMeasure={unitOfMeasure} height={height} />
            </Suspense>
          </div>
        </figure>
        {roadmap.stage && next && (
          <figure className={styles.panel}>
            <figcaption>{stageTitle(roadmap.stage, next.milestone)}</figcaption>
            <div aria-hidden="true" className={styles.drawing} style={{ height }}>
              <Suspense fallback={<Skeleton height={height} />}>
                <RoadmapPanel roadmap={roadmap} part="stage" unitOfMeasure={unitOfMeasure} height={height} />
              </Suspense>
            </div>
          </figure>
        )}
      </div>
      <RoadmapTable roadmap={roadmap} unitOfMeasure={unitOfMeasure} />
    </section>
  )
}

function stageTitle({ from, to }: Window, milestone: number): string {
  if (to >= milestoneQuarter(milestone)) return `Giai đoạn đến mốc ${milestone}`
  const [first, last] = [from, to].map((quarter) => periodOfQuarterNumber(quarter).slice(0, 4))
  return `Giai đoạn ${first}–${last}, mốc kế tiếp ${milestone}`
}
