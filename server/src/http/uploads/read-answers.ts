import { ImportAnswers } from '@moc57/shared'
import { badField } from '../problem.ts'

/** The field `answers` of a form with a file; `undefined` where it has none. */
export function readAnswers(field: string | undefined): ImportAnswers | undefined {
  if (field === undefined) return undefined
  try {
    return ImportAnswers.parse(JSON.parse(field))
  } catch {
    throw badField('#/answers', 'Phải là JSON: số dòng của tệp và số chỉ tiêu, ví dụ {"7": 12}.')
  }
}
