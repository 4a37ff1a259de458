/**
 * What `npm start` and the other commands of `programs` below do on a machine that has only Node 20 or later and
 * npm: install what the lockfile says (with pnpm, including the Node that the code runs on), build the pages, then
 * run. Install and build are left out while nothing they depend on has changed. This file runs on the machine's own
 * Node, without any package.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const inRepository = (path) => join(repository, path)
const { packageManager } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'))
const onWindows = process.platform === 'win32'

const programs = {
  serve: 'server/src/main.ts',
  demo: 'server/src/main.ts',
  test: 'test/run.ts',
  bench: 'test/bench/run.ts',
  backup: 'server/src/commands/backup.ts',
  bundle: 'server/src/commands/bundle.ts',
  restore: 'server/src/commands/restore.ts',
  'reset-password': 'server/src/commands/reset-password.ts',
  doctor: 'server/src/commands/doctor.ts',
  verify: 'server/src/commands/verify.ts',
  pictures: 'test/pictures.ts',
  advisories: 'test/advisories/check.ts',
}
const [program = 'serve', ...programArguments] = process.argv.slice(2)
if (!(program in programs)) fail(`Không có lệnh “${program}”. Các lệnh: ${Object.keys(programs).join(', ')}.`)
if (Number(process.versions.node.split('.')[0]) < 20)
  fail('Cần Node.js 20 trở lên. Hãy cài bản mới từ nodejs.org.')

const pnpm = ['-y', packageManager]
const nodeOfProject = inRepository(
  onWindows ? 'node_modules/node/bin/node.exe' : 'node_modules/node/bin/node',
)

// A bundle has everything already: packages, pages and Node.
const isBundle = existsSync(inRepository('COMMIT'))

if (!isBundle)
  step({
    name: 'Cài đặt các gói',
    stamp: 'node_modules/.installed',
    inputs: ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'],
    present: nodeOfProject,
    run: ['npx', [...pnpm, 'install', '--frozen-lockfile', '--reporter=append-only']],
    advice: 'Hãy kiểm tra kết nối mạng rồi chạy lại.',
  })
const showsPages = !['backup', 'restore', 'reset-password', 'doctor', 'verify', 'advisories'].includes(
  program,
)
if (showsPages && !isBundle)
  step({
    name: 'Dựng các trang',
    stamp: 'web/dist/.built',
    inputs: ['web', 'shared', 'pnpm-lock.yaml'],
    present: inRepository('web/dist/index.html'),
    run: [nodeOfProject, [inRepository('web/node_modules/vite/bin/vite.js'), 'build', inRepository('web')]],
    advice: 'Mã nguồn các trang có lỗi, xem các dòng trên.',
  })

const child = spawn(nodeOfProject, [inRepository(programs[program]), ...programArguments], {
  cwd: process.cwd(),
  stdio: 'inherit',
  env: {
    ...process.env,
    // What was compiled once is not compiled again: a start, and each thread that reads a file, takes a third less.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? inRepository('node_modules/.cache/compiled'),
    // Little room for new objects, and old ones cleared away early: half the memory, at the same speed. The tests work
    // on many databases at once and keep the room they want.
    NODE_OPTIONS: [
      '--max-semi-space-size=8',
      program === 'test' ? '' : '--max-old-space-size=300',
      process.env.NODE_OPTIONS ?? '',
    ].join(' '),
    ...(program === 'demo' && { DATA_SET: 'sample' }),
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : code))

/** Runs a step unless its stamp holds the hash of its inputs; what it prints is shown only when it fails. */
function step({ name, stamp, inputs, present, run: [command, commandArguments], advice }) {
  const hash = hashOf(inputs)
  const stampFile = inRepository(stamp)
  if (existsSync(present) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return
  console.log(`${name}…`)
  const { status, stdout, stderr, error } = spawnSync(command, commandArguments, {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: onWindows && command === 'npx',
    env: { ...process.env, CI: 'true' },
  })
  if (status !== 0) fail(`${stdout ?? ''}${stderr ?? ''}${error ?? ''}\n${name}: không xong. ${advice}`)
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, hash)
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesIn(path)))
    hash.update(file).update(readFileSync(inRepository(file)))
  return hash.digest('hex')
}

/** The files at or below a path of the repository, in a fixed order, without what is built or installed. */
function filesIn(path) {
  if (statSync(inRepository(path)).isFile()) return [path]
  return readdirSync(inRepository(path))
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`))
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
