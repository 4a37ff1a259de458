/** Walks addresses as a browser does, one step at a time: keeps cookies by site, follows nothing by itself. */
export type Visitor = {
  get: (address: string) => Promise<Response>
  post: (address: string, fields: Record<string, string>) => Promise<Response>
  /** Follows from the address as long as it is sent on and `isOnTheWay` says so; answers with where it stands. */
  follow: (
    address: string,
    isOnTheWay?: (next: string) => boolean,
  ) => Promise<{ address: string; response: Response }>
  /** The names of the cookies kept for a site. */
  cookies: (address: string) => Map<string, string>
}

export function httpVisitor(): Visitor {
  const jars = new Map<string, Map<string, string>>()
  const cookies = (address: string) => {
    const { host } = new URL(address)
    const jar = jars.get(host) ?? new Map<string, string>()
    jars.set(host, jar)
    return jar
  }
  const send = async (address: string, init: RequestInit = {}) => {
    const jar = cookies(address)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, { redirect: 'manual', ...init, headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      const isGone = /expires=Thu, 01 Jan 1970|max-age=0/i.test(line)
      if (isGone) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  return {
    cookies,
    get: (address) => send(address),
    post: (address, fields) => send(address, { method: 'POST', body: new URLSearchParams(fields) }),
    async follow(address, isOnTheWay = () => true) {
      let at = address
      for (let step = 0; step < 10; step += 1) {
        const response = await send(at)
        const location = response.headers.get('location')
        const next = location && new URL(location, at).href
        if (!next || !isOnTheWay(next)) return { address: next ?? at, response }
        at = next
      }
      throw new Error(`sent on and on, last to ${at}`)
    },
  }
}
