import { formatNumber, type MovementKind, movementLabels } from '@moc57/shared'
import { quarterText } from '../../lib/figures.ts'
import { capitalize, uncapitalize } from '../../lib/text.ts'
import type { MovementAnswer } from '../city-queries.ts'
import { countAll, tellingKinds } from './movement-rows.ts'

/** "Từ quý II/2026 đến quý III/2026: 45 kết quả mới đạt mốc, 1.200 tăng, … trong 3.534." */
export function headline({ from, to, items }: MovementAnswer): string {
  const counts = countAll(items)
  const cells = items.reduce((sum, { kind }) => sum + kind.length, 0)
  const span = `${capitalize(`từ ${quarterText(from)}`)} đến ${quarterText(to)}`
  const count = (kind: MovementKind) =>
    `${formatNumber(counts.get(kind) ?? 0, 0)} ${uncapitalize(movementLabels[kind])}`
  const told = tellingKinds.filter((kind) => (counts.get(kind) ?? 0) > 0)
  if (told.length === 0) return `${span}: chưa có số liệu nào để so sánh.`
  return `${span}, trong ${formatNumber(cells, 0)} kết quả: ${told.map(count).join(', ')}.`
}
