import type { LightMyRequestResponse } from 'fastify'
import { password } from './accounts.ts'
import type { Service } from './service.ts'

export type SentFile = { name: string; bytes: Uint8Array | string; type?: string }

/** A multipart body as a browser, or somebody who writes one by hand, would send it. */
function multipart(file: SentFile | null, fields: Record<string, string> = {}) {
  const boundary = '----moc57test'
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const chunks = [Buffer.from(parts.join(''))]
  if (file) {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type ?? 'application/octet-stream'}\r\n\r\n`
    chunks.push(Buffer.from(head), Buffer.from(file.bytes as Uint8Array), Buffer.from('\r\n'))
  }
  chunks.push(Buffer.from(`--${boundary}--\r\n`))
  return {
    payload: Buffer.concat(chunks),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

export type Uploader = {
  send: (
    url: string,
    file: SentFile | null,
    fields?: Record<string, string>,
  ) => Promise<LightMyRequestResponse>
  get: (url: string) => Promise<LightMyRequestResponse>
}

/** Sends files and reads raw answers as one person; without a name, as the public. */
export async function uploaderOf({ app }: Service, username?: string): Promise<Uploader> {
  const response =
    username && (await app.inject({ method: 'POST', url: '/api/session', payload: { username, password } }))
  const cookie = response ? { cookie: String(response.headers['set-cookie']).split(';')[0] ?? '' } : {}
  return {
    send: (url, file, fields) => {
      const { payload, headers } = multipart(file, fields)
      return app.inject({ method: 'POST', url, payload, headers: { ...headers, ...cookie } })
    },
    get: (url) => app.inject({ url, headers: cookie }),
  }
}
