/**
 * Saves as fast as the bare store can: `appendRevision` in a loop, each in its own durable commit, into the file and
 * for the seconds given. Prints how many a second.
 */
import { appendRevision, openDatabase } from '@moc57/db'
import { officerOf } from '../support/officers.ts'
import { cellsOf, figureAt } from './cells.ts'

const [file = '', seconds = ''] = process.argv.slice(2)
const database = openDatabase(file, { dataSet: 'real' })
const cells = cellsOf(database)
const start = performance.now()
let saves = 0
while (performance.now() < start + Number(seconds) * 1000) {
  const cell = cells[saves % cells.length] as (typeof cells)[number]
  appendRevision(database, {
    ...cell,
    figure: { value: figureAt(saves) },
    source: 'Báo cáo số 12',
    state: 'draft',
    by: officerOf(cell.unitCode),
    at: new Date().toISOString(),
  })
  saves += 1
}
console.log((saves * 1000) / (performance.now() - start))
database.close()
