import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
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
