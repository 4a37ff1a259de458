import { foldText, type ImportField, Quarter } from '@moc57/shared'

/** What a column of a file holds. `key`, `keyNumber`, `revision` are the hidden columns of our template. */
export type ColumnRole =
  | 'number'
  | 'name'
  | 'unitCode'
  | 'unitName'
  | 'unitOfMeasure'
  | 'period'
  | 'keyNumber'
  | 'revision'
  | 'key'
  | Exclude<ImportField, 'value'>

/**
 * What a column with figures says of them: `result` is a quarter's own; the others are nobody's quarter: a plan, a
 * running total, the same quarter of last year, a comparison. A `rate` is a result as a share.
 */
export type FigureMeaning =
  | 'result'
  | 'rate'
  | 'count'
  | 'estimate'
  | 'plan'
  | 'cumulative'
  | 'samePeriod'
  | 'previous'
  | 'comparison'

const roles: [ColumnRole, RegExp][] = [
  ['number', /^(stt|tt|so tt|s tt|so thu tu)$/],
  [
    'name',
    /^(?:(?:ten|noi dung|danh muc|nhom|cac|he thong) )*chi tieu(?: cu the| chu yeu| nhiem vu|, nhiem vu| thuc hien)?(?: va .*)?$|^(?:noi dung|ten) (?:chi tieu|cong viec|nhiem vu)$|^noi dung$/,
  ],
  ['unitCode', /^ma (don vi( hanh chinh)?|dvhc|xa|phuong|xa phuong)$/],
  [
    'unitName',
    /^(ten )?(don vi( hanh chinh)?|dia phuong|xa|phuong|xa phuong( dac khu)?|phuong xa( dac khu)?|phuong, xa.*|xa, phuong.*)$/,
  ],
  ['unitOfMeasure', /^(don vi tinh|dv tinh|dvt|don vi do)$/],
  ['period', /^(ky|ky bao cao|ky so lieu|quy)$/],
  ['keyNumber', /^ma chi tieu$/],
  ['revision', /^ban so lieu$/],
  ['key', /^khoa$/],
  ['numerator', /^tu so$/],
  ['denominator', /^mau so$/],
  ['comparator', /^so sanh$/],
  ['source', /^(van ban nguon|nguon|nguon so lieu|minh chung)$/],
  ['note', /^ghi chu$/],
  ['reason', /^ly do( dinh chinh)?$/],
]

const figures: [FigureMeaning, RegExp][] = [
  ['samePeriod', /\bcung ky\b/],
  ['comparison', /\bso voi\b|\bso sanh\b|\btang\b|\bgiam\b|\bchenh lech\b|\bhoan thanh\b|\bmuc do\b/],
  ['cumulative', /\bluy ke\b|\bcong don\b|\bdau nam\b|\b\d+ thang\b/],
  [
    'plan',
    /\bke hoach\b|\bmuc tieu\b|\bphai thuc hien\b|\bgiao\b|\bphan dau\b|\bdinh huong\b|^chi tieu\b|\bchi tieu (nam|giao|de ra|20\d\d)\b/,
  ],
  ['previous', /\b(ky|quy|nam) truoc\b|\btruoc do\b|\blan truoc\b/],
  ['estimate', /\buoc\b|\bdu kien\b/],
  ['count', /\bso luong\b|\btong so\b/],
  ['rate', /\bty le\b|\bty trong\b|%/],
  [
    'result',
    /\bket qua\b|\bgia tri\b|\bky nay\b|\bthuc hien\b|\bso lieu\b|\bdat duoc\b|\bthuc te\b|\bquy nay\b|^dat$|^thuc dat$/,
  ],
]

/** A heading as it is compared: without brackets, line breaks, accents and the signs at its ends. */
function folded(title: string): string {
  return foldText(title)
    .replace(/\((?!%).*?\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.:*]+|[\s.:*]+$/g, '')
}

/** What the words of a heading are for, beside figures; `undefined` where they say none of it. */
export function roleOf(title: string): ColumnRole | undefined {
  const words = folded(title)
    .replaceAll('(%)', '')
    .replace(/[/\-–]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return roles.find(([, heading]) => heading.test(words))?.[0]
}

/** What a heading says of the figures below it; `undefined` where it says nothing of the kind. */
export function figuresOf(title: string): FigureMeaning | undefined {
  const words = foldText(title)
  return figures.find(([, heading]) => heading.test(words))?.[0]
}

export function meaningOf(title: string): ColumnRole | FigureMeaning | undefined {
  return roleOf(title) ?? figuresOf(title)
}

const quarters = ['i', 'ii', 'iii', 'iv']
const quarterWords =
  /(?<![a-z])q(?:uy)?[\s./-]*(iv|i{1,3}|[1-4])(?![a-z0-9])(?:[\s/.,-]*(?:nam\s*)?(20\d\d))?/g

/** The quarters that a text names: "2026-Q3", "Quý III/2026", "QIII-2026"; without a year of the one given. */
export function quartersIn(text: string, year: string | undefined): Quarter[] {
  const words = foldText(text)
  const keys = [...words.matchAll(/(20\d\d)-q([1-4])/g)].map(([, ofYear, quarter]) => `${ofYear}-Q${quarter}`)
  const named = [...words.replace(/20\d\d-q[1-4]/g, '').matchAll(quarterWords)].map(
    ([, quarter = '', ofYear = year]) =>
      `${ofYear}-Q${/\d/.test(quarter) ? quarter : quarters.indexOf(quarter) + 1}`,
  )
  return [...keys, ...named].flatMap((read) => Quarter.safeParse(read).data ?? [])
}

/** The one quarter that a text names with its year; `undefined` where it names none. */
export function quarterIn(text: string): Quarter | undefined {
  return quartersIn(text, undefined)[0]
}

/** Whether a text speaks of another time than a quarter: a year, or so many months of it. */
export function namesOtherTime(text: string): boolean {
  return /\b20\d\d\b|\b\d+ thang\b|\bthang \d+\b|\bca nam\b|\bnam (nay|bao cao)\b/.test(foldText(text))
}

/** Words that stand below a table, or between its groups, and are no indicator. */
export function isBesideTable(text: string): boolean {
  return /^(tong( cong| so| hop)?|cong|trung binh( chung)?|binh quan( chung)?)$|^(tong cong|ghi chu|luu y|nguon|noi nhan)\s*[:.]?|\bngay (\d+|\.+|…) thang\b|^(nguoi lap|lap bieu|nguoi tong hop|thu truong|tm\.|kt\.|tl\.|tuq\.|chu tich|pho chu tich|truong phong|ky ten|\(ky)/.test(
    foldText(text),
  )
}

/** A row of column numbers below a heading: "1 2 3 4", "A B C 1", "(1) (2) (3) (4)=(3)/(2)". */
export function isColumnNumbers(texts: readonly string[]): boolean {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '')
  const marks = filled.map((text) => /^\(?([a-z]|\d{1,2})\)?(?:\s*=.*)?$/i.exec(text)?.[1])
  if (filled.length === 0 || marks.includes(undefined)) return false
  const numbers = marks.flatMap((mark) => (/\d/.test(mark ?? '') ? [Number(mark)] : []))
  const isCounting = numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
  const isMarked = filled.some((text) => /^\(|[a-z]/i.test(text))
  return isCounting && (numbers[0] ?? 1) === 1 && (isMarked || numbers.length >= 3)
}
