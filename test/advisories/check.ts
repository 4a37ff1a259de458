/**
 * Compares a lockfile with `known.json`, the advisories of the npm registry (GitHub's database) that were known at its
 * date for packages of our tree, critical and high. It stands in where the registry itself cannot be asked; every
 * finding is printed, and any ends the program with 1.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { satisfies } from 'semver'
import { parse } from 'yaml'
import { z } from 'zod'

const Known = z.strictObject({
  asOf: z.iso.date(),
  advisories: z.array(
    z.strictObject({
      package: z.string(),
      range: z.string(),
      severity: z.enum(['critical', 'high']),
      id: z.string().regex(/^GHSA(-[23456789cfghjmpqrvwx]{4}){3}$/),
    }),
  ),
})
const Lockfile = z.object({ packages: z.record(z.string(), z.unknown()) })

const [lockfile = resolve(import.meta.dirname, '../../pnpm-lock.yaml')] = process.argv.slice(2)
const known = Known.parse(JSON.parse(readFileSync(resolve(import.meta.dirname, 'known.json'), 'utf8')))
const { packages } = Lockfile.parse(parse(readFileSync(lockfile, 'utf8')))

const locked = Object.keys(packages).map((key) => {
  const at = key.lastIndexOf('@')
  return { name: key.slice(0, at), version: key.slice(at + 1) }
})
const findings = locked.flatMap(({ name, version }) =>
  known.advisories
    .filter((advisory) => advisory.package === name)
    .filter(({ range }) => satisfies(version, range, { includePrerelease: true }))
    .map(({ severity, id }) => `${severity}: ${name} ${version}, https://github.com/advisories/${id}`),
)
for (const finding of findings) console.error(finding)
console.log(
  `Packages: ${locked.length} compared with ${known.advisories.length} advisories known on ${known.asOf}, ${findings.length} found.`,
)
process.exitCode = findings.length > 0 ? 1 : 0
