/**
 * `npm run bundle [-- FILE.tar.gz | --folder FOLDER] [--commit COMMIT]`: everything that the service needs, its Node
 * included, for a machine of the same kind without a network. The pages are built before.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SettingsError } from '../env.ts'
import { commit } from '../http/commit.ts'
import { runForPeople } from './run-for-people.ts'

const repository = resolve(import.meta.dirname, '../../..')
const { version, packageManager } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
const onWindows = process.platform === 'win32'

/** What is taken along; of the pages what was built of them. */
const parts = [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'LICENSE',
  'README.md',
  'docs/operations.md',
  'deploy',
  'seeds',
  'shared',
  'db',
  'server',
  'web/package.json',
  'web/dist',
  'test/package.json',
]
const left = ['node_modules', '.cache']

/** How people begin a program of the bundle: `./moc57 serve`, `./moc57 backup`. */
const forShell = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
exec "$here/node_modules/node/bin/node" "$here/server/start.mjs" "$@"
`
const forWindows = `@"%~dp0node_modules\\node\\bin\\node.exe" "%~dp0server\\start.mjs" %*\r\n`

await runForPeople(async () => {
  const { values, positionals } = readWords()
  if (!existsSync(join(repository, 'web/dist/index.html'))) {
    throw new SettingsError('Chưa dựng các trang. Hãy chạy: npm run bundle')
  }
  const name = `moc57-${version}-${process.platform}-${process.arch}`
  const carried = values.commit ?? commit ?? ''
  if (values.folder) {
    fill(resolve(values.folder), carried)
    console.log(`Đã đóng gói vào thư mục ${resolve(values.folder)}`)
    return
  }
  const file = resolve(positionals[0] ?? join(repository, 'data', `${name}.tar.gz`))
  if (existsSync(file)) throw new SettingsError(`Đã có tệp này: ${file}. Hãy xóa hoặc chọn tên khác.`)
  const work = mkdtempSync(join(tmpdir(), 'moc57-bundle-'))
  try {
    fill(join(work, name), carried)
    mkdirSync(dirname(file), { recursive: true })
    run('tar', ['-czf', file, '-C', work, name], work)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  console.log(`Đã đóng gói: ${file}`)
})

function readWords() {
  const options = { folder: { type: 'string' }, commit: { type: 'string' } } as const
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (cause) {
    throw new SettingsError('Chỉ nêu được một tệp .tar.gz, hoặc --folder THƯ-MỤC, và --commit MÃ.', { cause })
  }
}

function fill(folder: string, carried: string): void {
  mkdirSync(folder, { recursive: true })
  for (const part of parts) {
    const filter = (path: string) => !left.includes(basename(path))
    cpSync(join(repository, part), join(folder, part), { recursive: true, filter })
  }
  // One flat folder of packages, without the tools: a bundle is moved about, and links into a store would break.
  const install = [
    'install',
    '--prod',
    '--frozen-lockfile',
    '--prefer-offline',
    '--filter',
    '@moc57/server...',
  ]
  const layout = ['--config.node-linker=hoisted', '--config.package-import-method=copy']
  run('npx', ['-y', packageManager, ...install, ...layout, '--reporter=append-only'], folder)
  const node = join(folder, 'node_modules/node/bin', basename(process.execPath))
  mkdirSync(dirname(node), { recursive: true })
  cpSync(process.execPath, node, { dereference: true })
  writeFileSync(join(folder, 'COMMIT'), carried)
  writeFileSync(join(folder, 'moc57'), forShell)
  writeFileSync(join(folder, 'moc57.cmd'), forWindows)
  chmodSync(join(folder, 'moc57'), 0o755)
}

function run(command: string, words: string[], cwd: string): void {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: onWindows && command === 'npx',
    env: { ...process.env, CI: 'true' },
  })
  if (status !== 0)
    throw new SettingsError(`${stdout ?? ''}${stderr ?? ''}${error ?? ''}\nĐóng gói không xong.`)
}
