import type { Indicator } from '@moc57/shared'

/** What every list of indicators says of each of them. */
export function itemHead({ number, shortName, unitOfMeasure, naturalMaximum, direction, group }: Indicator) {
  return { number, shortName, unitOfMeasure, naturalMaximum, direction, groupCode: group.code }
}
