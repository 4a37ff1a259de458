import { createHash } from 'node:crypto'
import type { Quarter } from '@moc57/shared'

export type TemplateKey = { unitCode: string; period: Quarter; number: number; revision: number }

/** The check word of a template's row: hidden keys that were edited, or rows pasted over others, no longer fit it. */
export function checkWord({ unitCode, period, number, revision }: TemplateKey): string {
  const text = `moc57 ${unitCode} ${period} ${number} ${revision}`
  return createHash('sha256').update(text).digest('hex').slice(0, 10)
}
