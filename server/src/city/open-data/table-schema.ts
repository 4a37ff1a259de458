import { z } from 'zod'

type Field = {
  name: string
  type: string
  title?: string
  description?: string
  constraints: Record<string, unknown>
}

/** A Frictionless Table Schema of a row, from the model that the answers are described by. */
export function tableSchemaOf(row: z.ZodObject): { fields: Field[] } {
  const { properties = {} } = z.toJSONSchema(row)
  return { fields: Object.entries(properties).map(([name, property]) => fieldOf(name, property)) }
}

function fieldOf(name: string, property: z.core.JSONSchema._JSONSchema): Field {
  const { title, description, anyOf, ...plain } = property as z.core.JSONSchema.JSONSchema
  const kinds = (anyOf ?? [plain]) as z.core.JSONSchema.JSONSchema[]
  const types = kinds.flatMap(({ type = 'string' }) => type)
  const { format, enum: words } = kinds[0] ?? {}
  return {
    name,
    type: format === 'date-time' ? 'datetime' : String(types[0]),
    ...(title && { title }),
    ...(description && { description }),
    constraints: {
      ...(!types.includes('null') && { required: true }),
      ...(words && { enum: words }),
    },
  }
}
