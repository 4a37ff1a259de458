import { addBoundaries, latestBoundaries, listUnits } from '@moc57/db'
import {
  type AdministrativeUnit,
  type Boundaries,
  type BoundaryDrawing,
  mostBoundaryBytes,
  type Output,
} from '@moc57/shared'
import { readBoundaries, replaceBoundaries } from '@moc57/shared/api'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Context } from '../../http/context.ts'
import { conflict } from '../../http/problem.ts'
import { ratedAs } from '../../http/rates.ts'
import { acceptUploads, readUpload } from '../../http/uploads/read-upload.ts'
import { refused } from '../../http/uploads/refuse.ts'
import { drawingOf } from './drawing.ts'
import { openBoundaries } from './open-boundaries.ts'

/** What became of the file that BOUNDARIES_PATH names. */
export type NamedBoundaries = { name: string } & ({ content: Boundaries } | { problem: string })

type BoundaryContext = Context & { namedBoundaries: NamedBoundaries | undefined }

/** The map of the units, from a file that the operator supplies: a path in the environment, or an upload. */
export const boundaryRoutes: FastifyPluginAsyncZod<BoundaryContext> = async (app, context) => {
  const { database, notice, namedBoundaries } = context
  await acceptUploads(app, mostBoundaryBytes)
  const units = (): AdministrativeUnit[] => listUnits(database).map(({ formerNames: _, ...unit }) => unit)

  const inForce = () => {
    if (namedBoundaries) {
      const { name } = namedBoundaries
      const content = 'content' in namedBoundaries ? namedBoundaries.content : null
      const problem = 'problem' in namedBoundaries ? namedBoundaries.problem : null
      return { source: 'environment' as const, id: 0, name, at: null, content, problem }
    }
    const stored = latestBoundaries(database)
    return stored && { ...stored, source: 'upload' as const, problem: null }
  }

  // Every write drops the kept answers, but hardly any changes the map.
  let drawn: { id: number; drawing: BoundaryDrawing | null } | undefined
  const drawingFor = (id: number, content: Boundaries) => {
    if (drawn?.id !== id) drawn = { id, drawing: drawingOrNull(content) }
    return drawn.drawing
  }

  const answer = (): Output<typeof readBoundaries> => {
    const { source = null, id = 0, name = null, at = null, content = null, problem = null } = inForce() ?? {}
    const drawing = content && drawingFor(id, content)
    const isUndrawn = content !== null && drawing === null
    const shown = new Set(drawing?.shapes.map(({ code }) => code))
    return {
      notice,
      source,
      name,
      at,
      problem: isUndrawn ? undrawable : problem,
      codeProperty: content?.codeProperty ?? null,
      unknownCodes: content?.unknownCodes ?? [],
      missing: content ? units().filter(({ code }) => !shown.has(code)) : [],
      drawing,
    }
  }

  app.route({ ...readBoundaries, config: { cached: true }, handler: async () => answer() })

  app.route({
    ...replaceBoundaries,
    config: ratedAs('upload'),
    handler: async (request) => {
      if (namedBoundaries) {
        throw conflict(
          'Tệp ranh giới đang được đặt bằng biến BOUNDARIES_PATH. Hãy thay tệp đó, hoặc bỏ biến rồi khởi động lại để tải tệp lên tại đây.',
        )
      }
      const { bytes, name } = await readUpload(request, mostBoundaryBytes)
      const content = await openBoundaries(bytes, units())
      // What is stored can be drawn: whoever looks at the map next is not the first to find out.
      if (!drawingOrNull(content)) throw refused('Không vẽ được bản đồ', undrawable)
      addBoundaries(database, { name, size: bytes.length, content, ...request.deed })
      return answer()
    },
  })
}

const undrawable =
  'Không vẽ được bản đồ từ đường ranh giới của tệp. Hãy kiểm tra tệp bằng QGIS (Fix geometries) rồi gửi tệp khác.'

function drawingOrNull(content: Boundaries): BoundaryDrawing | null {
  try {
    const drawing = drawingOf(content)
    return drawing.shapes.every(({ at, room }) => [...at, room].every(Number.isFinite)) ? drawing : null
  } catch {
    return null
  }
}
