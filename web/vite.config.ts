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
        // Zod tries `new Function` as its schemas are made, before any module of ours could tell it not to, and the
        // content security policy reports that as an error.
        intro: '(globalThis.__zod_globalConfig ??= {}).jitless = true;',
      },
    },
  },
})
