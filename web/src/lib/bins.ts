/** An interval of a distribution; `here` is that of the unit that is looked at. */
export type Bin = { from: number; to: number; middle: number; count: number; here: boolean }

const binWidths = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
const mostBins = 10

/** How many of the values stand where; the last bin holds its upper end, too. */
export function bins(rows: readonly { value: number | null; here: boolean }[]): Bin[] {
  const valued = rows.flatMap(({ value, here }) => (value === null ? [] : [{ value, here }]))
  const highest = Math.max(...valued.map(({ value }) => value), 0)
  const width = binWidths.find((candidate) => highest / candidate <= mostBins) ?? highest / mostBins
  const count = Math.max(1, Math.ceil(highest / width - 1e-9))
  const filled = Array.from({ length: count }, (_, index): Bin => {
    const [from, to] = [round(index * width), round((index + 1) * width)]
    return { from, to, middle: round((from + to) / 2), count: 0, here: false }
  })
  for (const { value, here } of valued) {
    const bin = filled[Math.min(count - 1, Math.floor(value / width + 1e-9))]
    if (!bin) continue
    bin.count += 1
    bin.here ||= here
  }
  return filled
}

const round = (value: number) => Number(value.toPrecision(12))
