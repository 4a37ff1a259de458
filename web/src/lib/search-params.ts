import { isQuarter, type Quarter, readDay } from '@moc57/shared'

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

/** Reads one parameter of an address; undefined where its text cannot be read. */
export type Param<T> = (text: string) => T | undefined

export function oneOf<const T extends string>(codes: readonly T[]): Param<T> {
  return (text) => codes.find((code) => code === text)
}

export function matching(pattern: RegExp): Param<string> {
  return (text) => (pattern.test(text) ? text : undefined)
}

export function textUpTo(length: number): Param<string> {
  return (text) => (text.length <= length ? text : undefined)
}

/** A day of the calendar, `2026-05-20`. */
export const dayParam: Param<string> = (text) => (readDay(text) === text ? text : undefined)

export const quarterParam: Param<Quarter> = (text) => (isQuarter(text) ? text : undefined)

type Params = Record<string, Param<unknown>>
/** What `searchOf` gives. */
export type Search<P extends Params> = { [K in keyof P]?: ReturnType<P[K]> }

/** What a page reads of its address. What cannot be read is there as undefined, since the router keeps the text of what is left out. */
export function searchOf<P extends Params>(params: P): (search: Record<string, unknown>) => Search<P> {
  return (search) =>
    Object.fromEntries(
      Object.entries(params).flatMap(([name, read]) => {
        const text = search[name]
        return text === undefined ? [] : [[name, typeof text === 'string' ? read(text) : undefined]]
      }),
    ) as Search<P>
}
