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
  ['samePeriod', /\bcung (ky|thoi diem)\b/],
  [
    'comparison',
    /\bso voi\b|\bso sanh\b|\bso kh\b|\btang\b|\bgiam\b|\bchenh lech\b|\bhoan thanh\b|\bmuc do\b|\bth ?\/ ?kh\b|(%|\bty le\b).*(\bke hoach\b|\bkh\b)/,
  ],
  ['cumulative', /\bluy ke\b|\blk\b|\bcong don\b|\bdau nam\b|\b\d+ thang\b/],
  [
    'plan',
    /\bke hoach\b|\bkh\b|\bmuc tieu\b|\bphai thuc hien\b|\bgiao\b|\bphan dau\b|\bdinh huong\b|^chi tieu\b|\bchi tieu (nam|giao|de ra|20\d\d)\b/,
  ],
  ['previous', /\b(ky|quy|nam) truoc\b|\bnam ngoai\b|\btruoc do\b|\blan truoc\b/],
  ['estimate', /\buoc\b|\buth\b|\bdu kien\b/],
  ['count', /\bso luong\b|\btong so\b/],
  ['rate', /\bty le\b|\bty trong\b|%/],
  [
    'result',
    /\bket qua\b|\bkq\b|\bth\b|\bgia tri\b|\bky nay\b|\bthuc hien\b|\bso lieu\b|\bdat duoc\b|\bthuc te\b|\bquy nay\b|^dat$|^thuc dat$/,
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
  /(?<![a-z])q(?:u[yi])?[\s./-]*(iv|i{1,3}|[1-4])(?![a-z0-9])(?:[\s/.,()-]*(?:nam\s*)?(20\d\d|(?<=[/-])\d\d(?!\d)))?/g
/** Told by the accent: "quỹ tư nhân" is no quarter. */
const spelled = /(qu[ýí])\s+(một|nhất|hai|nhì|ba|bốn|tư)(?!\p{L})/giu
const spelledNumbers = ['một nhất', 'hai nhì', 'ba', 'bốn tư']

function withDigits(text: string): string {
  return text.normalize('NFC').replace(spelled, (_, quarter: string, number: string) => {
    const place = spelledNumbers.findIndex((words) => words.split(' ').includes(number.toLowerCase()))
    return `${quarter} ${place + 1}`
  })
}

/**
 * The quarters that a text names: "2026-Q3", "Quý III/2026", "QIII-2026"; one without a year is of the year that the
 * text names, or else of the given one.
 */
export function quartersIn(text: string, year: string | undefined): Quarter[] {
  const words = foldText(withDigits(text))
  const keys = [...words.matchAll(/(20\d\d)-q([1-4])/g)].map(([, ofYear, quarter]) => `${ofYear}-Q${quarter}`)
  const years = new Set(words.match(/\b20\d\d\b/g))
  const ofText = years.size === 1 ? [...years][0] : year
  const named = [...words.replace(/20\d\d-q[1-4]/g, '').matchAll(quarterWords)]
  const bare = /^(iv|i{1,3})\s*[/.-]\s*(20\d\d)$/.exec(words.trim())
  const read = [...named, ...(bare ? [bare] : [])].map(([, quarter = '', ofYear = ofText]) => {
    const fullYear = ofYear?.length === 2 ? `20${ofYear}` : ofYear
    return `${fullYear}-Q${/\d/.test(quarter) ? quarter : quarters.indexOf(quarter) + 1}`
  })
  return [...keys, ...read].flatMap((key) => Quarter.safeParse(key).data ?? [])
}

/** A document that a title cites, and the day of it, say nothing of the time of the figures. */
const cited =
  /\b(nghi quyet|quyet dinh|ke hoach|chi thi|cong van|bao cao|thong bao|to trinh)( so)? \S*\d\S*( (ngay )?\d+[/.-]\d+[/.-]20\d\d)?( ngay \S+ thang \S+)?( nam 20\d\d)?|\bngay \S+ thang \S+ nam 20\d\d|\bngay \d+[/.-]\d+[/.-]20\d\d/g

/** Whether a title says that its figures are of another time: "6 tháng đầu năm", "tháng 9/2026", "Kết quả năm 2025". */
export function isTitleOfOtherTime(title: string, year: string | undefined): boolean {
  const words = foldText(title).replace(cited, ' ')
  if (/\b\d+ thang\b|\bthang \d+\b/.test(words)) return true
  const bare = /^\W*(20\d\d)\W*$/.exec(words)?.[1]
  if (bare) return bare !== year
  const [, ofResults] =
    /(?:ket qua|so lieu|tinh hinh|thuc hien|bao cao|^)(?:(?!\b(?:den|giai doan|tam nhin|muc tieu|ke hoach)\b).)*?\bnam (20\d\d)\b(?!\s*[-–])/.exec(
      words,
    ) ?? []
  return ofResults !== undefined && ofResults !== year
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
  return /^(tong( cong| so| hop)?|cong|trung binh( chung)?|binh quan( chung)?)( (nhom|muc|phan|toan) .*| [ivx]+)?$|^toan (thanh pho|phuong|xa|tinh)$|^(tong cong|ghi chu|luu y|nguon|noi nhan)\s*[:.]?|\bngay (\d+|\.+|…) thang\b|^(nguoi lap|lap bieu|nguoi tong hop|thu truong|tm\.|kt\.|tl\.|tuq\.|chu tich|pho chu tich|truong phong|ky ten|\(ky)/.test(
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
