import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/** Another program that begins to write and does not end it; resolves with how to end it once it holds the lock. */
export async function holdLock(file: string): Promise<() => Promise<void>> {
  const program = `const db = new (require('node:sqlite').DatabaseSync)(process.argv[1])
    db.exec('BEGIN IMMEDIATE'); console.log('held'); process.stdin.on('end', () => db.exec('ROLLBACK')).resume()`
  const child = spawn(process.execPath, ['-e', program, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  onTestFinished(() => {
    child.kill()
  })
  await once(child.stdout, 'data')
  return async () => {
    child.stdin.end()
    await ended
  }
}
