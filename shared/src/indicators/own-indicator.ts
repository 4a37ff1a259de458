/** A unit's own indicators are numbered from here on, over all units: a number means one indicator everywhere. */
export const firstOwnNumber = 101

/** Whether the number is that of an indicator of one unit alone, not of the reference list. */
export function isOwnIndicator(number: number): boolean {
  return number >= firstOwnNumber
}
