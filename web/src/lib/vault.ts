import { gcmsiv } from '@noble/ciphers/aes.js'
import { bytesToHex, bytesToUtf8, hexToBytes, randomBytes, utf8ToBytes } from '@noble/ciphers/utils.js'
import { accountOfPage } from './account-of-page.ts'

/*
 * What the browser stores of an account's work, encrypted for its owner. Figures that were typed without a line must
 * outlive the tab, an expired session and signing out, so they stay on the computer: but whoever sits down there next
 * finds neither them, nor the names of unit, indicator or account. Offering them as a file before they go was the other
 * way: a file in the clear stays behind in Downloads, and nobody is there to take it when a session runs out.
 *
 * AES-GCM-SIV (RFC 8452) of @noble/ciphers instead of WebCrypto: browsers offer WebCrypto over https alone, a ward
 * serves plain http in its own network, and it answers later, when the tab may be gone with the last figure.
 */
const prefix = 'moc57:'
const nonceBytes = 12
const nonceOfNames = new Uint8Array(nonceBytes)
const cipherWith = (nonce: Uint8Array, about?: Uint8Array) =>
  gcmsiv(hexToBytes(accountOfPage?.key ?? ''), nonce, about)

/** The same name is the same key of the store; GCM-SIV keeps its promise where a nonce comes twice. */
const keyOf = (name: string) => prefix + bytesToHex(cipherWith(nonceOfNames).encrypt(utf8ToBytes(name)))

/** The name under a key of the store; `undefined` of what is not this account's. */
function nameOf(key: string): string | undefined {
  if (accountOfPage === null || !key.startsWith(prefix)) return undefined
  try {
    return bytesToUtf8(cipherWith(nonceOfNames).decrypt(hexToBytes(key.slice(prefix.length))))
  } catch {
    return undefined
  }
}

function opened(name: string, stored: string | null): string | null {
  if (stored === null) return null
  try {
    const bytes = hexToBytes(stored)
    const cipher = cipherWith(bytes.subarray(0, nonceBytes), utf8ToBytes(name))
    return bytesToUtf8(cipher.decrypt(bytes.subarray(nonceBytes)))
  } catch {
    return null
  }
}

/** Reads what the page's account stored under the name; `null` where there is nothing, and on pages of the public. */
export function readStored(name: string): string | null {
  return accountOfPage === null ? null : opened(name, localStorage.getItem(keyOf(name)))
}

/** Stores a text for the page's account alone; throws where the store is full. */
export function store(name: string, text: string): void {
  if (accountOfPage === null) return
  const nonce = randomBytes(nonceBytes)
  const sealed = cipherWith(nonce, utf8ToBytes(name)).encrypt(utf8ToBytes(text))
  localStorage.setItem(keyOf(name), bytesToHex(nonce) + bytesToHex(sealed))
}

export function removeStored(name: string): void {
  if (accountOfPage !== null) localStorage.removeItem(keyOf(name))
}

/** The names that begin like this, of the page's account. */
export function storedNames(start: string): string[] {
  return Object.keys(localStorage).flatMap((key) => {
    const name = nameOf(key)
    return name?.startsWith(start) ? [name] : []
  })
}

/** Calls back when another window of the same account changed what is stored under a name that begins like this. */
export function watchStored(
  start: string,
  callback: (name: string, text: string | null) => void,
): () => void {
  const handleStorage = ({ key, newValue }: StorageEvent) => {
    const name = key === null ? undefined : nameOf(key)
    if (name?.startsWith(start)) callback(name, opened(name, newValue))
  }
  addEventListener('storage', handleStorage)
  return () => removeEventListener('storage', handleStorage)
}
