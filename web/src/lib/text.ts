export { capitalize, uncapitalize } from '@moc57/shared'

/** A rise or fall with its sign: "+1,2", "−0,5". */
export function withSign(value: number, formatted: string): string {
  return value < 0 ? formatted.replace(/^-/, '−') : `+${formatted}`
}
