import type { YearOutcome } from '@moc57/shared'
import type { Tone } from '../../ui/badge.tsx'

export const outcomeTones: Record<YearOutcome, Tone> = {
  met: 'good',
  missed: 'alarm',
  notReported: 'quiet',
  collecting: 'quiet',
  unread: 'quiet',
  noTargetThisYear: 'quiet',
}
