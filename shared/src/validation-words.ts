import { z } from 'zod'
import { vi } from 'zod/locales'
import { formatNumber } from './format.ts'

type Issue = z.core.$ZodRawIssue

/** What a field is asked for where something of another type came. */
const wanted: Record<string, string> = {
  string: 'Phải là chữ',
  number: 'Phải là số',
  int: 'Phải là số nguyên',
  boolean: 'Chỉ nhận true hoặc false',
  array: 'Phải là danh sách',
  object: 'Phải là một nhóm trường',
}

/** Our words for what zod finds, in every browser and on the server; for the rest its own Vietnamese ones stand. */
function wordsOf(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? 'Trường này còn trống'
        : (wanted[issue.expected] ?? 'Giá trị chưa đúng kiểu')
    case 'too_big': {
      const most = formatNumber(Number(issue.maximum), 4)
      if (issue.origin === 'string') return `Không quá ${most} ký tự`
      if (issue.origin === 'array') return `Không quá ${most} mục`
      return issue.inclusive === false ? `Phải nhỏ hơn ${most}` : `Không được lớn hơn ${most}`
    }
    case 'too_small': {
      const least = formatNumber(Number(issue.minimum), 4)
      if (issue.origin === 'string')
        return least === '1' ? 'Không được để trống' : `Phải có ít nhất ${least} ký tự`
      if (issue.origin === 'array') return `Phải có ít nhất ${least} mục`
      return issue.inclusive === false ? `Phải lớn hơn ${least}` : `Không được nhỏ hơn ${least}`
    }
    case 'invalid_value':
      return `Chỉ nhận: ${issue.values.join(', ')}`
    case 'invalid_format':
      return issue.format === 'regex' ? 'Chưa viết đúng mẫu' : undefined
    case 'unrecognized_keys':
      return `Không có trường ${issue.keys.map((key) => `“${key}”`).join(', ')}; hãy bỏ đi`
    case 'invalid_union':
      return 'Không đúng dạng nào được nhận'
    default:
      return undefined
  }
}

z.config({ ...vi(), customError: wordsOf })
