import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const makesSchemas = new Set(['CallExpression', 'MemberExpression', 'ObjectExpression'])

/**
 * Schemas of the contract are made by calls, and a bundler keeps a call whose answer nobody uses, since it might do
 * something. These do nothing else: said so, a page that uses no schema carries neither them nor zod.
 */
const unusedSchemasLeftOut: Plugin = {
  name: 'unused-schemas-left-out',
  apply: 'build',
  transform: {
    filter: { id: /\/shared\/src\// },
    handler(code) {
      const made = this.parse(code).body.flatMap((statement) => {
        const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
        if (declaration?.type !== 'VariableDeclaration') return []
        return declaration.declarations.flatMap(({ init }) =>
          init && makesSchemas.has(init.type) ? [init] : [],
        )
      })
      return {
        code: made.reduceRight(
          (text, { start, end }) =>
            `${text.slice(0, start)}/* @__PURE__ */ (() => (${text.slice(start, end)}))()${text.slice(end)}`,
          code,
        ),
        map: null,
      }
    },
  },
}

type InfoOf = (id: string) => { isEntry: boolean; importers: readonly string[] } | null

const ofFirstPage = new Map<string, boolean>()

/**
 * Whether the module comes with the entry. Those stand in one file: on a slow line each request of its own costs a round
 * trip, and a browser makes six at a time. What the plan's editor needs of zod stays out.
 */
function isOfFirstPage(id: string, infoOf: InfoOf): boolean {
  if (
    /\/zod\/|quarter-schema|validation-words|plan-change|shared\/src\/indicators\/(indicator|target-reader|target-phrases|settled-reading)\.ts/.test(
      id,
    )
  )
    return false
  const seen = ofFirstPage.get(id)
  if (seen !== undefined) return seen
  // A circle of modules adds nothing.
  ofFirstPage.set(id, false)
  const info = infoOf(id)
  const is =
    info !== null && (info.isEntry || info.importers.some((importer) => isOfFirstPage(importer, infoOf)))
  ofFirstPage.set(id, is)
  return is
}

export default defineConfig({
  plugins: [react(), unusedSchemasLeftOut],
  server: { proxy: { '/api': 'http://127.0.0.1:5757' } },
  build: {
    // Lightning CSS rewrites newer syntax (light-dark(), ranges in media queries) for older targets, and breaks it.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // What the service worker reads to know which files a page needs.
    manifest: 'build.json',
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: (id, context) =>
                isOfFirstPage(id, (other) => context.getModuleInfo(other)) ? 'first' : null,
            },
          ],
        },
        // Zod tries `new Function` as its schemas are made, before any module of ours could tell it not to, and the
        // content security policy reports that as an error.
        intro: '(globalThis.__zod_globalConfig ??= {}).jitless = true;',
      },
    },
  },
})
