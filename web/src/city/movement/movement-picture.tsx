import { nameWithDirection } from '@moc57/shared'
import type { MovementItem } from '@moc57/shared/api'
import { countKinds } from './movement-rows.ts'

const down = 20
const names = 380
const half = 190
const middle = names + half + 30
const width = middle + half + 30

/** How many units stand better and worse on each indicator as one drawing, to be kept as a picture. */
export function MovementPicture({ items }: { items: readonly MovementItem[] }) {
  return (
    <svg width={width} height={(items.length + 1) * down} fontSize={12} fill="#1a2330" aria-hidden="true">
      <text x={middle - 8} y={13} textAnchor="end">
        kém đi (đậm: mất mốc đã đạt)
      </text>
      <text x={middle + 8} y={13}>
        tốt lên (đậm: mới đạt mốc)
      </text>
      {items.map((item, index) => {
        const { number, kind } = item
        const counts = countKinds(item)
        const wide = (one: Parameters<typeof counts.get>[0]) =>
          (half * (counts.get(one) ?? 0)) / (kind.length || 1)
        const y = (index + 1) * down
        const [met, up, lost, fallen] = [wide('newlyMet'), wide('up'), wide('lost'), wide('down')]
        const total = (a: 'up' | 'down', b: 'newlyMet' | 'lost') =>
          (counts.get(a) ?? 0) + (counts.get(b) ?? 0)
        return (
          <g key={number}>
            <text x={0} y={y + 13}>
              {number}. {nameWithDirection(item)}
            </text>
            <rect x={middle} y={y + 3} width={met} height={13} fill="#1d4f91" />
            <rect x={middle + met} y={y + 3} width={up} height={13} fill="#a9c2e3" />
            <rect x={middle - lost} y={y + 3} width={lost} height={13} fill="#a5121c" />
            <rect x={middle - lost - fallen} y={y + 3} width={fallen} height={13} fill="#e3a77f" />
            <text x={middle + met + up + 4} y={y + 13}>
              {total('up', 'newlyMet')}
            </text>
            <text x={middle - lost - fallen - 4} y={y + 13} textAnchor="end">
              {total('down', 'lost')}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
