import type { SignInProblem } from '@moc57/shared/api'
import * as oidc from 'openid-client'
import type { ProviderSettings } from '../env.ts'

/** For one answer of the provider. */
const mostSeconds = 5

/** What the browser keeps between leaving for the provider and coming back. */
export type Flow = { state: string; nonce: string; codeVerifier: string }

/** An OpenID Connect provider to sign in by; authorization code flow with PKCE, state and nonce. */
export function signInProvider({
  issuer,
  clientId,
  clientSecret,
  redirectUri,
  claim,
  timeLimit = mostSeconds,
}: ProviderSettings) {
  let discovered: Promise<oidc.Configuration> | undefined

  /** Asked when the first person signs in, and again after a failure: a provider that is down holds up nobody else. */
  const configuration = () => {
    discovered ??= oidc
      .discovery(issuer, clientId, undefined, secretAsSupported(clientSecret), {
        timeout: timeLimit,
        execute: [
          oidc.enableNonRepudiationChecks,
          ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
        ],
      })
      .catch((error: unknown) => {
        discovered = undefined
        throw error
      })
    return discovered
  }

  return {
    /** Where the browser is to go, and what it has to bring back. */
    async start(): Promise<{ url: URL; flow: Flow }> {
      const flow = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        codeVerifier: oidc.randomPKCECodeVerifier(),
      }
      const url = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri.href,
        scope: 'openid profile',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.codeVerifier),
        code_challenge_method: 'S256',
        // Offices share computers: whoever signed out must not be let in again by whoever presses the button next.
        prompt: 'login',
      })
      return { url, flow }
    },

    /**
     * Whom the provider vouches for, by the claim that holds usernames; it may be missing or anything else.
     * @param answer the query with which the browser came back
     */
    async end(answer: URLSearchParams, { state, nonce, codeVerifier }: Flow): Promise<{ name: unknown }> {
      const present = await configuration()
      const url = new URL(redirectUri)
      url.search = answer.toString()
      const tokens = await oidc.authorizationCodeGrant(present, url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
      })
      const claims = tokens.claims()
      if (claims?.[claim] !== undefined) return { name: claims[claim] }
      // Many providers keep the profile out of the token.
      if (!claims || !present.serverMetadata().userinfo_endpoint) return { name: undefined }
      const profile = await oidc.fetchUserInfo(present, tokens.access_token, claims.sub)
      return { name: profile[claim] }
    },
  }
}

/** In the header, as every provider has to take it, unless it says that it wants the secret in the body alone. */
function secretAsSupported(secret: string): oidc.ClientAuth {
  return (server, ...request) => {
    const { token_endpoint_auth_methods_supported: supported = ['client_secret_basic'] } = server
    const inHeader = supported.includes('client_secret_basic') || !supported.includes('client_secret_post')
    const authenticate = inHeader ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret)
    authenticate(server, ...request)
  }
}

/** What to tell the person of an error of `end`. */
export function problemOfProvider(error: unknown): SignInProblem {
  if (error instanceof oidc.AuthorizationResponseError) return 'refused'
  if (error instanceof oidc.ResponseBodyError) return error.error === 'invalid_grant' ? 'expired' : 'failed'
  const isUnheard = error instanceof TypeError && error.cause !== undefined
  return isUnheard || (error instanceof oidc.ClientError && error.code === 'OAUTH_TIMEOUT')
    ? 'unreachable'
    : 'failed'
}
