/**
 * Asks for what the page will show while its code is still on the way: on a slow line the answer is there when the code
 * is. `call` takes it up where it asks for the same address, once and within seconds; what nobody takes up is dropped.
 */
const [, mark] = /(?:^|; )moc57_key=(\w+)\.\w+/.exec(document.cookie) ?? []
const headers = { accept: 'application/json, application/problem+json' }
const asked = new Map()
globalThis.asked = asked
// A page that Back brings out of the browser's memory asks anew.
addEventListener('pagehide', () => asked.clear())

function ask(address, more) {
  asked.set(
    address,
    // Read to its end, so that the line is free also where nobody takes it up.
    fetch(address, { headers: { ...headers, ...more } })
      .then(async (response) => new Response(await response.blob(), response))
      .catch(() => undefined),
  )
}

ask('/api/session')
const search = new URLSearchParams(location.search)
const quarter = search.get('ky')
const [, unitCode, number] = /^\/don-vi\/(\d{5})(?:\/chi-tieu\/(\d{1,3}))?$/.exec(location.pathname) ?? []
// The days of knowledge and quarters that are none are for the page itself to read.
if (unitCode && !search.has('bietDen') && (quarter === null || /^20\d\d-Q[1-4]$/.test(quarter))) {
  const view = quarter === null ? '' : `?asOf=${quarter}`
  const account = mark ? { 'moc57-account': mark } : {}
  ask(`/api/units/${unitCode}/progress${view}`, account)
  if (number) ask(`/api/units/${unitCode}/indicators/${number}${view}`, account)
}
