import { z } from 'zod'
import { longest } from '../api/fields.ts'

const appCodeLength = 6
/** Digits alone, so that the one field of sign-in takes them from a keypad; 66 bits. */
export const recoveryCodeLength = 20
/** How many there are at first. */
export const recoveryCodeCount = 10

const digits = z
  .string()
  .max(longest.secondFactorCode)
  .transform((code) => code.normalize('NFKC').replace(/[\s-]/g, ''))

/** A code that the app shows for 30 seconds. */
export const AppCode = digits.pipe(
  z
    .string()
    .regex(new RegExp(`^\\d{${appCodeLength}}$`), `Mã gồm ${appCodeLength} chữ số đang hiện trong ứng dụng`),
)

/** What proves the second factor: a code of the app, or a recovery code in place of it. */
export const SecondFactorCode = digits.pipe(
  z
    .string()
    .regex(
      new RegExp(`^(\\d{${appCodeLength}}|\\d{${recoveryCodeLength}})$`),
      `Mã gồm ${appCodeLength} chữ số trong ứng dụng, hoặc mã dự phòng ${recoveryCodeLength} chữ số`,
    ),
)

/** Whether the code is one of those that are kept on paper. */
export function isRecoveryCode(code: string): boolean {
  return code.length === recoveryCodeLength
}

/** "12345 67890 12345 67890": as it is read and typed. */
export function recoveryCodeText(code: string): string {
  return code.replace(/\d{5}(?=\d)/g, '$& ')
}
