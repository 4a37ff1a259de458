import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2)

/** OWASP's second choice for argon2id: 19 MiB and two passes, about 45 ms on an office PC. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 }
const saltBytes = 16
const hashBytes = 32

/** The hash of a password in PHC form, with its salt and cost, so that the cost can be raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const hash = await derive('argon2id', {
    ...cost,
    message: normalized(password),
    nonce: salt,
    tagLength: hashBytes,
  })
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`
}

/** Whether the password is the one that was hashed, in a time that does not tell how nearly it was. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored)
  if (!match) throw new Error('the stored password hash is not argon2id in PHC form')
  const [memory, passes, parallelism] = match.slice(1, 4).map(Number) as [number, number, number]
  const [salt, expected] = match.slice(4).map((text) => Buffer.from(text, 'base64')) as [Buffer, Buffer]
  const message = normalized(password)
  const hash = await derive('argon2id', {
    memory,
    passes,
    parallelism,
    message,
    nonce: salt,
    tagLength: expected.length,
  })
  return timingSafeEqual(hash, expected)
}

/** A password nobody has to invent: 20 characters, about 100 bits, none that is mistaken for another. */
export function randomPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const unbiased = 256 - (256 % letters.length)
  const characters: string[] = []
  while (characters.length < 20) {
    characters.push(
      ...[...randomBytes(32)]
        .filter((byte) => byte < unbiased)
        .map((byte) => letters[byte % letters.length] as string),
    )
  }
  return characters.slice(0, 20).join('')
}

function normalized(password: string): string {
  return password.normalize('NFC')
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '')
}
