import { milestoneQuarterNumber, type Output, quarterOfNumber } from '@moc57/shared'
import type { readIndicator } from '@moc57/shared/api'
import { lazy, Suspense } from 'react'
import { useMediaQuery } from '../../lib/use-media-query.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './roadmap.module.css'
import { roadmapOf, type Window } from './roadmap-points.ts'
import { RoadmapTable } from './roadmap-table.tsx'

const RoadmapPanel = lazy(() => import('./roadmap-panel.tsx'))

const chartHeight = { wide: 292, narrow: 300 }

/** The way from 2025 to the last milestone, and beside it the stretch up to the next milestone, where the measured points crowd. */
export function RoadmapSection({ indicator }: { indicator: Output<typeof readIndicator> }) {
  const narrow = useMediaQuery('(width < 48em)')
  const roadmap = roadmapOf(indicator)
  const height = narrow ? chartHeight.narrow : chartHeight.wide
  const { next, unitOfMeasure } = indicator
  const { whole, stage } = roadmap
  const years = `2025–${quarterOfNumber(whole.to).slice(0, 4)}`
  // Of a short plan the stage is all there is to see.
  const isShort = stage?.from === whole.from && stage.to === whole.to

  return (
    <section aria-labelledby="roadmap">
      <h2 id="roadmap" className="visually-hidden">
        Lộ trình {years}
      </h2>
      <div className={styles.panels} data-status={indicator.status}>
        {!isShort && (
          <figure className={styles.panel}>
            <figcaption>Lộ trình chỉ tiêu {years}</figcaption>
            <div aria-hidden="true" className={styles.drawing} style={{ height }}>
              <Suspense fallback={<Skeleton height={height} />}>
                <RoadmapPanel roadmap={roadmap} part="whole" unitOfMeasure={unitOfMeasure} height={height} />
              </Suspense>
            </div>
          </figure>
        )}
        {stage && next && (
          <figure className={styles.panel}>
            <figcaption>{stageTitle(stage, next.milestone)}</figcaption>
            <div aria-hidden="true" className={styles.drawing} style={{ height }}>
              <Suspense fallback={<Skeleton height={height} />}>
                <RoadmapPanel roadmap={roadmap} part="stage" unitOfMeasure={unitOfMeasure} height={height} />
              </Suspense>
            </div>
          </figure>
        )}
      </div>
      {roadmap.forecast && (
        <p className={styles.note}>
          {roadmap.forecast.text} ({roadmap.forecast.rests}).
        </p>
      )}
      <RoadmapTable roadmap={roadmap} unitOfMeasure={unitOfMeasure} />
    </section>
  )
}

function stageTitle({ from, to }: Window, milestone: number): string {
  if (to >= milestoneQuarterNumber(milestone)) return `Giai đoạn đến mốc ${milestone}`
  const [first, last] = [from, to].map((quarter) => quarterOfNumber(quarter).slice(0, 4))
  return `Giai đoạn ${first}–${last}, mốc kế tiếp ${milestone}`
}
