/**
 * Runs every test (domain, seeds, database, server, browser) and ends with one line: "N passed, N failed". Names of
 * files or folders given as arguments narrow it down.
 */
import { startVitest } from 'vitest/node'

const vitest = await startVitest('test', process.argv.slice(2), {
  root: import.meta.dirname,
  watch: false,
  reporters: ['default'],
})
await vitest.close()

const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()])
const inState = (state: string) => tests.filter((test) => test.result().state === state)
const broken = vitest.state
  .getTestModules()
  .filter((module) => module.state() === 'failed' && module.errors().length > 0)
const failed = inState('failed').length + broken.length + vitest.state.getUnhandledErrors().length
const skipped = inState('skipped')

for (const test of skipped) {
  const result = test.result()
  console.log(`Bỏ qua: ${test.fullName}: ${(result.state === 'skipped' && result.note) || 'không nêu lý do'}`)
}
const counts = [`${inState('passed').length} passed`, `${failed} failed`]
console.log([...counts, ...(skipped.length > 0 ? [`${skipped.length} skipped`] : [])].join(', '))
process.exitCode = failed > 0 || tests.length === 0 ? 1 : 0
