/** What nobody means to send: nothing, another type, too long, too big, too small, too many. */
export const wrongValues: [what: string, value: unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['an empty text', ''],
  ['a text of 50,000 letters', 'x'.repeat(50_000)],
  ['a fraction', 0.123_456_789],
  ['a number below zero', -1e12],
  ['a very big number', 1e300],
  ['a truth value', true],
  ['an empty list', []],
  ['a list of 5,000', Array.from({ length: 5000 }, (_, index) => index)],
  ['an empty object', {}],
  ['an object with a field of no name', { '': 1 }],
]

const english =
  /\b(invalid|expected|too|must|received|input|string|number|array|object|boolean|required|characters?|elements?|undefined|null|nan|option|date|record|union)\b/i
const vietnamese = /[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i

/** Whether a sentence is Vietnamese throughout, but for the names of fields and of what may be chosen. */
export function isVietnamese(sentence: string): boolean {
  const words = sentence.replaceAll(/“[^”]*”|Chỉ nhận: .*?(?=\. |$)/gs, 'ở đây')
  return vietnamese.test(words) && !english.test(words)
}
