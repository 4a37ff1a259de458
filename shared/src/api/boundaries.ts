import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { BoundaryDrawing } from '../city/boundaries.ts'
import { endpoint } from './endpoint.ts'
import { answer } from './parts.ts'

const BoundaryAnswer = answer({
  source: z.enum(['upload', 'environment']).nullable().meta({
    description: 'By whom the file was given: the administrator, or BOUNDARIES_PATH; null: there is none',
  }),
  name: z.string().nullable(),
  at: z.string().nullable().meta({ description: 'When it was sent up, ISO 8601' }),
  codeProperty: z.string().nullable().meta({ description: 'The property of the file that holds the codes' }),
  missing: z.array(AdministrativeUnit).meta({ description: 'Units without a shape' }),
  unknownCodes: z
    .array(z.string())
    .meta({ description: 'Codes in the file that no unit has; "" for none at all' }),
  problem: z.string().nullable().meta({ description: 'Why the file of BOUNDARIES_PATH cannot be used' }),
  drawing: BoundaryDrawing.nullable(),
})

const url = '/api/boundaries'
const tags: [string] = ['boundaries']

/** The unit boundaries, simplified and placed in a picture. */
export const readBoundaries = endpoint({
  method: 'GET',
  url,
  right: 'public',
  schema: { summary: 'The unit boundaries as they are drawn', tags, response: { 200: BoundaryAnswer } },
})

/** Puts a file of boundaries in the place of the one in force: multipart/form-data, the file in `file`. */
export const replaceBoundaries = endpoint({
  method: 'POST',
  url,
  right: 'manageBoundaries',
  schema: {
    summary: 'Give a GeoJSON or TopoJSON file of unit boundaries (up to 20 MB, codes of 5 digits)',
    tags,
    response: { 200: BoundaryAnswer },
  },
})
