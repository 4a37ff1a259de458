/**
 * `npm run bench`: speed as ratios measured side by side in one run, so that they hold on any machine. Prints a
 * table and ends with 1 when a ratio or a size misses its bound. Names of subjects given as arguments narrow it down.
 */
import { comparison, national } from './comparison.ts'
import { deadlineDay } from './deadline-day.ts'
import { firstPage } from './first-page.ts'
import { forecast } from './forecast.ts'
import { imports } from './import.ts'
import { planDocument } from './plan-document.ts'
import { progress } from './progress.ts'
import type { Row } from './row.ts'
import { saves } from './saves.ts'

const subjects = {
  progress,
  comparison,
  national,
  imports,
  'plan-document': planDocument,
  saves,
  'deadline-day': deadlineDay,
  'first-page': firstPage,
  forecast,
}
/** Takes minutes and 1.5 GB of disk. */
const onlyWhenAsked = 'national'
const asked = process.argv.slice(2)

const rows: Row[] = []
for (const [name, measure] of Object.entries(subjects)) {
  if (asked.length === 0 ? name !== onlyWhenAsked : asked.includes(name)) rows.push(...(await measure()))
}
console.table(
  rows.map(({ figure, value, bound = '', isMet = true }) => ({
    figure,
    value,
    bound,
    met: isMet ? 'yes' : 'NO',
  })),
)
process.exitCode = rows.every(({ isMet = true }) => isMet) ? 0 : 1
