/**
 * What the browser keeps of an account's work until the server has it. Every key carries the account's name, so that
 * two people on one computer never see or send each other's figures.
 */
export const keptFiguresPrefix = (username: string) => `moc57:so-lieu:${username}:`
export const keptPagesPrefix = (username: string) => `moc57:trang:${username}:`
export const keptPlansPrefix = (username: string) => `moc57:ke-hoach:${username}:`

const signedInKey = 'moc57:nguoi-dung'

/** Rows of the account that the server does not have yet, in whatever unit and quarter. */
export function countKeptFigures(username: string): number {
  return keysWith(keptFiguresPrefix(username)).length
}

/** Units whose plan the account has changed without saving it. */
export function countKeptPlans(username: string): number {
  return keysWith(keptPlansPrefix(username)).length
}

/** Forgets everything of the account in this browser. */
export function clearKeptWork(username: string): void {
  const prefixes = [keptFiguresPrefix, keptPagesPrefix, keptPlansPrefix]
  for (const prefix of prefixes.map((of) => of(username))) {
    for (const key of keysWith(prefix)) localStorage.removeItem(key)
  }
}

export function keysWith(prefix: string): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
}

/** Tells the other tabs who is signed in: the session cookie is one for all of them. */
export function announceAccount(username: string | null): void {
  if (announcedAccount() === username) return
  if (username === null) localStorage.removeItem(signedInKey)
  else localStorage.setItem(signedInKey, username)
}

export function announcedAccount(): string | null {
  return localStorage.getItem(signedInKey)
}

/** Calls back when another tab signed in or out. */
export function onAccountOfOtherTab(callback: () => void): () => void {
  const handleStorage = ({ key }: StorageEvent) => {
    if (key === signedInKey || key === null) callback()
  }
  addEventListener('storage', handleStorage)
  return () => removeEventListener('storage', handleStorage)
}
