/** Every search parameter is plain text, so that an address reads `?ky=2026-Q3&trangThai=missed,behind`. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search))
}

export function stringifySearch(search: Record<string, unknown>): string {
  const text = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  )
    .toString()
    .replaceAll('%2C', ',')
  return text && `?${text}`
}
