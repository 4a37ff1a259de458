import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repository } from './support/service.ts'

/** Who imports whom: pnpm gives a package only what its package.json lists, so these lists are the fence. */
test.each([
  ['shared', []],
  ['db', ['@moc57/shared']],
  ['server', ['@moc57/db', '@moc57/shared']],
  ['web', ['@moc57/shared']],
])('%s imports of our packages only %j', (name, allowed) => {
  const { dependencies = {}, devDependencies = {} } = manifestOf(name)
  const ours = Object.keys({ ...dependencies, ...devDependencies }).filter((dependency) =>
    dependency.startsWith('@moc57/'),
  )
  expect(ours.sort()).toEqual(allowed)
})

test('shared needs zod alone, and drizzle belongs to db', () => {
  expect(Object.keys(manifestOf('shared').dependencies ?? {})).toEqual(['zod'])
  for (const name of ['shared', 'server', 'web']) {
    expect(Object.keys(manifestOf(name).dependencies ?? {})).not.toContain('drizzle-orm')
  }
})

function manifestOf(name: string): {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
} {
  return JSON.parse(readFileSync(join(repository, name, 'package.json'), 'utf8'))
}
