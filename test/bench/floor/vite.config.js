import { join } from 'node:path'

const of = (name) => join(import.meta.dirname, '../../../web/node_modules', name)

export default {
  resolve: {
    alias: Object.fromEntries(
      ['react', 'react-dom', '@tanstack/react-query'].map((name) => [name, of(name)]),
    ),
  },
}
