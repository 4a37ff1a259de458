import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Endpoint } from '@moc57/shared'
import * as api from '@moc57/shared/api'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { repository } from '../support/databases.ts'
import { isVietnamese, wrongValues } from '../support/wrong-values.ts'

const isEndpoint = (stated: unknown): stated is Endpoint =>
  typeof stated === 'object' && stated !== null && 'method' in stated && 'url' in stated
const endpoints = Object.values(api as Record<string, unknown>).filter(isEndpoint)

type Field = [path: string, schema: z.core.$ZodType]

/** A schema and every field within it, however deep. */
function fieldsOf(schema: z.core.$ZodType, path: string): Field[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const within =
    def.type === 'object'
      ? Object.entries(def.shape).flatMap(([name, field]) => fieldsOf(field, `${path}/${name}`))
      : def.type === 'array'
        ? fieldsOf(def.element, `${path}/0`)
        : def.type === 'union'
          ? def.options.flatMap((option) => fieldsOf(option, path))
          : def.type === 'pipe'
            ? fieldsOf(def.in, path)
            : 'innerType' in def
              ? fieldsOf(def.innerType, path)
              : []
  return [[path, schema], ...within]
}

function messagesOf(issues: readonly z.core.$ZodIssue[]): string[] {
  return issues.flatMap((issue) => [
    issue.message,
    ...(issue.code === 'invalid_union' ? issue.errors.flatMap(messagesOf) : []),
  ])
}

describe('every field of a call, as the browser checks it, refuses in Vietnamese', () => {
  test.each(endpoints.map((stated) => [`${stated.method} ${stated.url}`, stated] as const))(
    '%s',
    (_, stated) => {
      const { params, querystring, body } = stated.schema
      const fields = Object.entries({ params, querystring, body }).flatMap(([part, schema]) =>
        schema ? fieldsOf(schema, part) : [],
      )
      const refused = fields.flatMap(([path, schema]) =>
        wrongValues.flatMap(([what, value]) => {
          const { error } = z.core.safeParse(schema, value)
          return messagesOf(error?.issues ?? []).map((message) => ({ path, what, message }))
        }),
      )
      expect(refused.length).toBeGreaterThan(0)
      expect(refused.filter(({ message }) => !isVietnamese(message))).toEqual([])
    },
  )
})

test.each<[string, z.ZodType, unknown, string]>([
  ['a text that is too long', z.string().max(2000), 'x'.repeat(2001), 'Không quá 2.000 ký tự'],
  ['an empty text', z.string().min(1), '', 'Không được để trống'],
  ['a number above the most', z.number().max(100), 100.5, 'Không được lớn hơn 100'],
  ['a number at a strict bound', z.number().positive(), 0, 'Phải lớn hơn 0'],
  ['a fraction', z.int(), 1.5, 'Phải là số nguyên'],
  ['too many', z.array(z.int()).max(2), [1, 2, 3], 'Không quá 2 mục'],
  ['nothing', z.string(), undefined, 'Trường này còn trống'],
  ['a text for a number', z.number(), '12', 'Phải là số'],
  ['a word that cannot be chosen', z.enum(['a', 'b']), 'c', 'Chỉ nhận: a, b'],
  ['a field that there is none', z.strictObject({}), { la: 1 }, 'Không có trường “la”; hãy bỏ đi'],
])('%s', (_, schema, value, words) => {
  expect(schema.safeParse(value).error?.issues[0]?.message).toBe(words)
})

test('how long a text or a list may be is a name, stated once for the contract and the forms', () => {
  const sources = readdirSync(join(repository, 'shared/src'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts'),
  )
  const literal = sources.filter((file) =>
    /\.max\(\d{2,}[,)]/.test(readFileSync(join(repository, 'shared/src', file), 'utf8')),
  )
  expect(literal).toEqual([])
})
