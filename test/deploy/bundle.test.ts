import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { repository, temporaryFolder } from '../support/databases.ts'

const run = promisify(execFile)

test.skipIf(process.platform === 'win32')(
  'a bundle starts from another folder, with nothing of this machine and no network, and answers with its pages',
  { timeout: 400_000 },
  async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'moc57.tar.gz')
    await run(process.execPath, [
      join(repository, 'server/src/commands/bundle.ts'),
      file,
      '--commit',
      'abc1234',
    ])
    const [unpacked, home] = [join(folder, 'nơi khác'), join(folder, 'home')]
    mkdirSync(unpacked)
    mkdirSync(home)
    await run('tar', ['-xzf', file, '-C', unpacked, '--strip-components=1'])

    const service = spawn(join(unpacked, 'moc57'), ['serve'], {
      cwd: home,
      // No Node on the path, an empty home, and a registry that refuses.
      env: {
        PATH: '/usr/bin:/bin',
        HOME: home,
        npm_config_registry: 'http://127.0.0.1:9/',
        DATABASE_PATH: join(folder, 'moc57.db'),
        ADMIN_PASSWORD: 'một mật khẩu đủ dài 57',
        PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(async () => {
      service.kill('SIGTERM')
      await once(service, 'exit')
    })
    let address = ''
    for await (const line of createInterface(service.stdout)) {
      address = /http:\/\/\S+/.exec(line)?.[0] ?? ''
      if (address) break
    }
    const health = await (await fetch(`${address}/api/health`)).json()
    expect(health).toMatchObject({ status: 'ok', commit: 'abc1234' })
    expect(await (await fetch(address)).text()).toContain('<div id="root">')
  },
)
