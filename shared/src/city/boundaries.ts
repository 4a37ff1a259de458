import { z } from 'zod'

/** A file of boundaries larger than this is refused; simplified for a screen, a city takes a tenth of it. */
export const mostBoundaryBytes = 20 * 1024 * 1024

/** The boundaries of the units, simplified for drawing: what is kept of the file that the operator gave. */
export const Boundaries = z.object({
  /** Where the file states the codes: a property of its features, or `id`. */
  codeProperty: z.string(),
  /** Codes in the file that no unit has, and shapes without a code as "". */
  unknownCodes: z.array(z.string()),
  /** TopoJSON with one object, `units`, whose geometries have the unit's code as `id`; degrees of WGS 84. */
  topology: z.looseObject({ type: z.literal('Topology') }),
})
export type Boundaries = z.infer<typeof Boundaries>

/** The boundaries as they are drawn, in a picture of `width` × `height`, y downwards. */
export const BoundaryDrawing = z
  .object({
    width: z.number(),
    height: z.number(),
    shapes: z.array(
      z.object({
        code: z.string(),
        path: z.string().meta({ description: 'As the `d` of an SVG path' }),
        at: z.tuple([z.number(), z.number()]).meta({ description: 'Where a mark has most room' }),
        room: z.number().meta({ description: 'The radius that it has there' }),
      }),
    ),
    insets: z
      .array(z.object({ code: z.string(), x: z.number(), y: z.number(), size: z.number() }))
      .meta({ description: 'Units far from all others, drawn in a frame of their own and not to scale' }),
  })
  .meta({ id: 'BoundaryDrawing' })
export type BoundaryDrawing = z.infer<typeof BoundaryDrawing>
