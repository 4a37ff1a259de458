import type { AdministrativeUnit, Boundaries, Problem } from '@moc57/shared'
import { ProblemError } from '../../http/problem.ts'
import { inTurn } from '../../http/turns.ts'
import { refused } from '../../http/uploads/refuse.ts'
import { runInThread } from '../../http/uploads/run-in-thread.ts'

/** What the thread posts: a thrown error would lose its fields on the way. */
export type ReadResult = { boundaries: Boundaries } | { problem: Problem }

const longest = 40_000

/** Reads a file of boundaries in a thread, since 20 MB of coordinates take seconds; throws what is wrong with it. */
export async function openBoundaries(
  bytes: Uint8Array,
  units: readonly AdministrativeUnit[],
): Promise<Boundaries> {
  const module = new URL('./boundary-worker.ts', import.meta.url)
  const result = await inTurn('costly', () =>
    runInThread<ReadResult>(module, { bytes, units }, { longest, broken, tooSlow }),
  )
  if ('problem' in result) throw new ProblemError(result.problem)
  return result.boundaries
}

const lighten =
  'Hãy đơn giản hóa đường ranh giới (QGIS: Simplify) rồi gửi lại; bản đồ đang dùng không thay đổi.'

function broken() {
  return refused('Không đọc được tệp ranh giới', `Tệp hỏng hoặc quá nhiều điểm. ${lighten}`)
}

function tooSlow() {
  return refused('Tệp quá nặng', `Đọc tệp quá lâu nên đã dừng. ${lighten}`)
}
