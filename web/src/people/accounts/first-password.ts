const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = 4
const groupLength = 4

/** A password to be read out or typed once: 16 characters, about 79 bits, none that is mistaken for another. */
export function firstPassword(): string {
  const unbiased = 256 - (256 % letters.length)
  const characters: string[] = []
  while (characters.length < groups * groupLength) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      if (byte < unbiased) characters.push(letters.charAt(byte % letters.length))
    }
  }
  return Array.from({ length: groups }, (_, index) =>
    characters.slice(index * groupLength, (index + 1) * groupLength).join(''),
  ).join('-')
}
