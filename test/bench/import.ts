import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { repository } from '../support/service.ts'
import { atMost, middle, type Row } from './row.ts'

const run = promisify(execFile)

/** One quarter of all 114 units from a file, confirmed over HTTP, against the bare store writing the same in one commit. */
export async function imports(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'moc57-import-'))
  try {
    const program = join(repository, 'test/bench/import-program.ts')
    const files = ['served.db', 'bare.db'].map((name) => join(folder, name))
    const { stdout } = await run(process.execPath, [program, ...files])
    const rounds: { bare: number; ours: number }[] = JSON.parse(stdout)
    const milliseconds = (values: number[]) => `${middle(values).toFixed(0)} ms`
    return [
      {
        figure: 'import: 3,534 revisions by the bare store',
        value: milliseconds(rounds.map(({ bare }) => bare)),
      },
      {
        figure: 'import: the file read, checked and written',
        value: milliseconds(rounds.map(({ ours }) => ours)),
      },
      atMost('import: ratio', middle(rounds.map(({ bare, ours }) => ours / bare)), 4),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
