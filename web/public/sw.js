/**
 * Lets the entry page open without a connection, and every page's code come at once. Documents come from the server
 * whenever it answers; the copy here stands in when it does not. Answers of /api never pass through here: figures are kept by the page itself, under the account.
 */
const cacheName = 'moc57'
const shell = '/'
const slowest = 4000
/** Beside what the build names. */
const beside = ['/favicon.svg', '/ask.js']

self.addEventListener('install', (event) => {
  event.waitUntil(keepBuild().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || /^\/api(\/|$)/.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(event))
  else if (pathname.startsWith('/assets/') || beside.includes(pathname)) event.respondWith(asset(request))
})

/** Every address of the program is the same document, which builds the page. */
async function page(event) {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(shell)
  try {
    const response = await fetch(event.request, kept ? { signal: AbortSignal.timeout(slowest) } : {})
    const isPage = response.ok && response.headers.get('content-type')?.includes('text/html')
    if (isPage) event.waitUntil(renew(response.clone(), kept?.clone()))
    return response
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

/** The name of a file in /assets changes with its content, so a copy is never out of date. */
async function asset(request) {
  return (await caches.match(request)) ?? fetch(request)
}

async function renew(response, kept) {
  if ((await response.text()) !== (await kept?.text())) await keepBuild()
}

/** Keeps what the first page and the entry page load; the document last, so that it never names what is not here. */
async function keepBuild() {
  const cache = await caches.open(cacheName)
  const build = await (await fetch('/build.json', { cache: 'no-cache' })).json()
  const needed = new Set()
  for (const entry of ['index.html', 'src/routes/entry-page.tsx', 'src/people/session/sign-out.tsx'])
    collect(build, entry, needed)
  const wanted = [...needed].map((file) => `/${file}`).concat(beside)
  await Promise.all(
    wanted.map(async (path) => {
      if (!(await cache.match(path))) await cache.add(path)
    }),
  )
  await cache.add(new Request(shell, { cache: 'no-cache' }))
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname !== shell && !wanted.includes(pathname)) await cache.delete(request)
  }
}

function collect(build, name, files) {
  const { file, css = [], imports = [] } = build[name]
  if (files.has(file)) return
  for (const path of [file, ...css]) files.add(path)
  for (const imported of imports) collect(build, imported, files)
}
