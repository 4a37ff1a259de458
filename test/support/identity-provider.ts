import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type KoaContextWithOIDC } from 'oidc-provider'

export const client = { id: 'moc57', secret: 'a secret: with + odd % characters' }

export type IdentityProvider = {
  issuer: string
  /** What came to the token endpoint, last first. */
  tokenRequests: Record<string, unknown>[]
  /** The next token is made anew with these claims changed, with the provider's own key or with another. */
  lie: (claims: Record<string, unknown>, signedBy?: 'the provider' | 'somebody else') => void
  stop: () => Promise<void>
}

/** A listening server of its own site: the pages are at 127.0.0.1, this is at localhost. */
export async function listen(
  listener?: RequestListener,
  port = 0,
): Promise<{ server: Server; address: string }> {
  const server = createServer(listener)
  server.listen(port, 'localhost')
  await once(server, 'listening')
  return { server, address: `http://localhost:${(server.address() as AddressInfo).port}` }
}

export async function stopListening(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}

/**
 * A whole OpenID Connect provider that lets in whoever types a name, as `preferred_username`, and demands PKCE. Its
 * profile is not in the token but asked for, as the standard has it.
 */
export async function startIdentityProvider(redirectUri: string, port?: string): Promise<IdentityProvider> {
  const { server, address } = await listen(undefined, Number(port ?? 0))
  const [{ privateKey }, other] = [makeKey(), makeKey()]
  const tokenRequests: Record<string, unknown>[] = []
  let lies: { claims: Record<string, unknown>; key: KeyObject } | undefined

  const provider = new Provider(address, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['only for tests'] },
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, preferred_username: sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: client.id,
        ...(oidc.session?.accountId && { accountId: oidc.session.accountId }),
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  provider.use(async (context, next) => {
    await next()
    const { oidc, body } = context as KoaContextWithOIDC & { body: { id_token?: string } }
    if (oidc?.route !== 'token') return
    tokenRequests.unshift({ ...oidc.params })
    if (lies && body.id_token) body.id_token = resigned(body.id_token, lies.claims, lies.key)
    lies = undefined
  })
  server.on('request', provider.callback())

  return {
    issuer: address,
    tokenRequests,
    lie: (claims, signedBy = 'the provider') => {
      lies = { claims, key: signedBy === 'the provider' ? privateKey : other.privateKey }
    },
    stop: () => stopListening(server),
  }
}

const makeKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

function resigned(token: string, changed: Record<string, unknown>, key: KeyObject): string {
  const [header, payload = ''] = token.split('.')
  const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), ...changed }
  const signed = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`
}
