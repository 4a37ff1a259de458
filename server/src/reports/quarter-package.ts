import { createHash } from 'node:crypto'
import { type ChainLink, type Database, listChainLinks, readLink } from '@moc57/db'
import { quartersOf, type ReportPeriod } from '@moc57/shared'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { plainCsv } from '../http/files/csv.ts'

/** The approved figures of a period with the chain that proves them, to be carried where there is no line. */
export function packageOf(database: Database, unitCode: string, period: ReportPeriod): Buffer {
  const links = listChainLinks(database, unitCode)
  const files = {
    'so-lieu.json': JSON.stringify({ unitCode, period, figures: figuresOf(links, period) }, null, 1),
    'so-lieu.csv': `\uFEFF${plainCsv(figuresOf(links, period))}`,
    'chuoi-duyet.json': JSON.stringify(links, null, 1),
  }
  const parts = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))
  const sums = Object.entries(parts).map(([name, bytes]) => `${sumOf(bytes)}  ${name}\n`)
  return Buffer.from(
    zipSync({ ...parts, [sumsName]: strToU8(sums.join('')) }, { mtime: new Date('1980-01-02T00:00:00Z') }),
  )
}

const sumsName = 'SHA256SUMS'
const sumOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

type PackedFigure = Record<'number' | 'period' | 'revision' | 'value' | 'numerator' | 'denominator', unknown>

/** The figures of the period that stand: of each the one that was approved last. */
function figuresOf(links: readonly ChainLink[], period: ReportPeriod): PackedFigure[] {
  const { first, last } = quartersOf(period)
  const figures = new Map<string, PackedFigure>()
  for (const { content } of links) {
    for (const { measurement } of (JSON.parse(content) as Pick<LinkContent, 'figures'>).figures) {
      const quarter = String(measurement.period)
      if (quarter < first || quarter > last) continue
      const { indicator_number: number, revision, value, numerator, denominator } = measurement
      figures.set(`${number} ${quarter}`, {
        number,
        period: quarter,
        revision,
        value: value === null ? null : Number(value) / 10_000,
        numerator,
        denominator,
      })
    }
  }
  return [...figures.values()].toSorted((one, other) => Number(one.number) - Number(other.number))
}

type LinkContent = Exclude<ReturnType<typeof readLink>, string>

/** What is wrong with a package, in words; nothing where every file and every link is what it was made as. */
export function packageProblems(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes, { filter: ({ originalSize }) => originalSize < 64 * 1024 * 1024 })
  const sums = new Map(
    strFromU8(parts[sumsName] ?? new Uint8Array())
      .split('\n')
      .filter(Boolean)
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  )
  const altered = ['so-lieu.json', 'so-lieu.csv', 'chuoi-duyet.json'].flatMap((name) => {
    const part = parts[name]
    if (!part) return [`Gói thiếu tệp ${name}.`]
    return sums.get(name) === sumOf(part) ? [] : [`Tệp ${name} không khớp mã băm ghi trong gói.`]
  })
  const [data, chain] = [parts['so-lieu.json'], parts['chuoi-duyet.json']]
  if (!data || !chain || altered.length > 0) return altered
  const { unitCode, period, figures } = JSON.parse(strFromU8(data)) as {
    unitCode: string
    period: ReportPeriod
    figures: unknown
  }
  const links = JSON.parse(strFromU8(chain)) as ChainLink[]
  let previous: string | null = null
  for (const [index, link] of links.entries()) {
    const read = readLink(link, { unitCode, sequence: index + 1, previous })
    if (typeof read === 'string') return [`Chuỗi duyệt trong gói đứt ở mắt xích ${index + 1}.`]
    previous = link.hash
  }
  // Whoever rewrites the figures and their sums alone is told by the chain.
  return JSON.stringify(figures) === JSON.stringify(figuresOf(links, period))
    ? []
    : ['Số liệu trong gói không phải số liệu mà chuỗi duyệt ghi.']
}
