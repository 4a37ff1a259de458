import type { Progress, ProgressFlag } from '@moc57/shared'

/** The flags to be remarked: where no milestone has come yet, every path starts from its first measurement. */
export function remarkableFlags({ flags, targets }: Pick<Progress, 'flags' | 'targets'>): ProgressFlag[] {
  const hasCome = targets.some(({ verdict }) => verdict !== null)
  return flags.filter((flag) => flag !== 'assumedBaseline' || hasCome)
}
