import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
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

/**
 * The areas of a layer and which of them each may use; the rest of the layer is its ground. What an area uses stands
 * before it, so that no two need each other. `ground` may be used by all areas, in its own order.
 */
const layers: Record<
  string,
  { root: string; ground: string[]; areas: Record<string, string[]>; top: string[] }
> = {
  shared: {
    root: 'shared/src',
    // Of the contract an area uses the limits of its fields alone: see below.
    ground: [''],
    areas: {
      indicators: [],
      plans: ['indicators'],
      measurements: ['indicators'],
      city: ['indicators', 'measurements'],
      reports: ['indicators', 'measurements', 'plans'],
      tasks: ['plans'],
      explanations: [],
      inspections: [],
      budget: [],
      system: [],
      people: ['indicators', 'measurements', 'plans', 'reports', 'system'],
    },
    top: ['api'],
  },
  db: {
    root: 'db/src',
    ground: ['open', 'schema', 'sql', ''],
    areas: {
      indicators: [],
      plans: ['indicators'],
      measurements: ['indicators', 'plans'],
      city: ['indicators', 'measurements', 'plans'],
      reports: ['measurements'],
      tasks: ['plans'],
      explanations: [],
      inspections: [],
      budget: [],
      people: ['measurements'],
      system: [],
    },
    top: ['seed', 'sample'],
  },
  server: {
    root: 'server/src',
    ground: ['http', ''],
    areas: {
      indicators: [],
      explanations: [],
      plans: ['indicators'],
      measurements: ['explanations', 'indicators', 'plans'],
      city: ['indicators', 'measurements'],
      reports: [],
      tasks: ['measurements'],
      inspections: [],
      budget: [],
      people: ['explanations', 'measurements'],
      system: [],
    },
    top: ['commands'],
  },
  web: {
    root: 'web/src',
    ground: ['lib', 'ui', 'units', 'indicators'],
    areas: {
      plans: [],
      measurements: [],
      city: [],
      reports: [],
      tasks: ['measurements'],
      explanations: ['measurements'],
      inspections: [],
      budget: [],
      people: [],
      system: [],
    },
    top: ['styles', 'kit', 'routes'],
  },
}

/** The package's own files that each file uses, by their paths below the root; tests of types and workers included. */
function importsBelow(root: string): Map<string, string[]> {
  const files = readdirSync(join(repository, root), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(ts|tsx|css)$/.test(file),
  )
  const quoted = /(?:from|import|import\()\s*'(\.{1,2}\/[^']+)'/g
  return new Map(
    files.map((file) => {
      const text = readFileSync(join(repository, root, file), 'utf8')
      const used = [...text.matchAll(quoted)].map(([, path]) =>
        normalize(join(dirname(file), path as string)),
      )
      return [file, used.filter((path) => files.includes(path))]
    }),
  )
}

const areaOf = (file: string) => (file.includes(sep) ? (file.split(sep)[0] as string) : '')

describe.each(Object.entries(layers))('in %s', (name, { root, ground, areas, top }) => {
  const imports = importsBelow(root)

  test('every folder is an area, its ground or its top', () => {
    const known = new Set(['', ...ground, ...Object.keys(areas), ...top])
    expect([...new Set([...imports.keys()].map(areaOf))].filter((area) => !known.has(area))).toEqual([])
  })

  test('nothing imports against the order of its areas', () => {
    const wrong = [...imports].flatMap(([file, used]) =>
      used.filter((path) => !mayImport(file, path)).map((path) => `${file} -> ${path}`),
    )
    expect(wrong).toEqual([])
  })

  test('no file needs itself', () => {
    expect(circlesOf(imports)).toEqual([])
  })

  function mayImport(file: string, path: string): boolean {
    const [from, to] = [areaOf(file), areaOf(path)]
    if (from === to || (from === '' && name !== 'shared')) return true
    if (name === 'shared' && (file === 'index.ts' || path === join('api', 'fields.ts'))) return true
    if (top.includes(from)) return !top.includes(to) || top.indexOf(to) < top.indexOf(from)
    if (areas[from]) return ground.includes(to) || to === '' || areas[from].includes(to)
    return ground.includes(from) && ground.includes(to) && ground.indexOf(to) < ground.indexOf(from)
  }
})

/** Every circle of files once, as the path that leads back. */
function circlesOf(imports: Map<string, string[]>): string[] {
  const done = new Set<string>()
  const path: string[] = []
  const circles: string[] = []
  const walk = (file: string) => {
    const at = path.indexOf(file)
    if (at >= 0) circles.push([...path.slice(at), file].join(' -> '))
    if (at >= 0 || done.has(file)) return
    path.push(file)
    for (const used of imports.get(file) ?? []) walk(used)
    path.pop()
    done.add(file)
  }
  for (const file of imports.keys()) walk(file)
  return circles
}
