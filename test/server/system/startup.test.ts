import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startProgram } from '../../support/running-server.ts'
import { repository } from '../../support/service.ts'
import { codeAt } from '../../support/totp.ts'

const run = promisify(execFile)
let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moc57-start-'))
  file = join(folder, 'moc57.db')
})
afterEach(() => rm(folder, { recursive: true }))

const start = (environment: Record<string, string> = {}) =>
  startProgram('server/src/main.ts', [], { PORT: '0', DATABASE_PATH: file, ...environment })

/** What the program says when it cannot start. */
async function refusal(environment: Record<string, string> = {}): Promise<string> {
  const ended = run(process.execPath, [join(repository, 'server/src/main.ts')], {
    env: { ...process.env, PORT: '0', DATABASE_PATH: file, ...environment },
    timeout: 55_000,
  })
  return ended.then(
    () => 'it started',
    ({ code, stderr }) => {
      expect(code).toBe(1)
      return stderr
    },
  )
}

const provider = {
  OIDC_ISSUER: 'https://dang-nhap.invalid/realms/phuong',
  OIDC_CLIENT_ID: 'moc57',
  OIDC_CLIENT_SECRET: 'x',
  PUBLIC_URL: 'https://moc57.invalid',
}

describe('the service starts', () => {
  test('on an empty folder, and answers as soon as it has printed its address', async () => {
    const server = await start()
    expect(await (await fetch(`${server.address}/api/health`)).json()).toMatchObject({ status: 'ok' })
    await server.stop()
  })

  test('a second time without changing a byte of the data', async () => {
    await start().then((server) => server.stop())
    const before = await digest(file)
    await start().then((server) => server.stop())
    expect(await digest(file)).toBe(before)
  })

  test('with sample data in seconds, marked in the answer', async () => {
    const server = await start({ DATA_SET: 'sample' })
    const answer = await (await fetch(`${server.address}/api/units/11443/progress`)).json()
    expect(answer.notice).toBe('DỮ LIỆU MINH HỌA')
    await server.stop()
  })
})

describe('the service starts with a provider to sign in by', () => {
  test('that cannot be reached: it says so to whoever wants to sign in', async () => {
    const server = await start({ ...provider, OIDC_NAME: 'Sở', HOST: '127.0.0.1' })
    const { items } = await (await fetch(`${server.address}/api/session/providers`)).json()
    expect(items).toEqual([{ name: 'Sở', url: 'https://moc57.invalid/api/session/oidc' }])
    const answer = await fetch(`${server.address}/api/session/oidc`, { redirect: 'manual' })
    expect(answer.headers.get('location')).toBe('/dang-nhap?loi=unreachable')
    await server.stop()
  })

  test('only if it is told all of it', async () => {
    const words = await refusal({ ...provider, OIDC_CLIENT_SECRET: '', PUBLIC_URL: '' })
    expect(words).toContain('OIDC_CLIENT_SECRET: còn thiếu')
    expect(words).toContain('PUBLIC_URL: còn thiếu')
    expect(words).not.toContain('OIDC_ISSUER: còn thiếu')
  })

  test.each([
    [
      'speaks http over the network',
      { OIDC_ISSUER: 'http://dang-nhap.invalid' },
      'OIDC_ISSUER: phải là https',
    ],
    ['is no address', { OIDC_ISSUER: 'dang-nhap' }, 'OIDC_ISSUER: phải là địa chỉ https'],
    ['comes back below a path', { PUBLIC_URL: 'https://moc57.invalid/app' }, 'PUBLIC_URL: chỉ gồm giao thức'],
  ])('not if it %s', async (_, wrong, words) => {
    expect(await refusal({ ...provider, ...wrong })).toContain(words)
  })
})

describe('the first start makes the administrator', () => {
  const signIn = async (address: string, password: string) => {
    const response = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ username: 'admin', password }),
    })
    return { status: response.status, body: await response.json() }
  }

  test('with ADMIN_PASSWORD, which need not be changed', async () => {
    const server = await start({ ADMIN_PASSWORD: 'mật khẩu quản trị' })
    expect(server.printed.join()).not.toContain('mật khẩu')
    const { status, body } = await signIn(server.address, 'mật khẩu quản trị')
    expect(status).toBe(200)
    expect(body.user).toMatchObject({ username: 'admin', role: 'administrator', mustChangePassword: false })
    await server.stop()
  })

  test('without it with a random one, printed once, to be changed at the first sign-in', async () => {
    const server = await start()
    const password = /mật khẩu: (\S+)/.exec(server.printed.join())?.[1] ?? ''
    expect((await signIn(server.address, password)).body.user).toMatchObject({ mustChangePassword: true })
    await server.stop()
    const again = await start({ ADMIN_PASSWORD: 'another one' })
    expect(again.printed.join()).not.toContain('mật khẩu')
    expect((await signIn(again.address, 'another one')).status).toBe(401)
    await again.stop()
  })
})

describe('an administrator who lost the password', () => {
  const reset = (...names: string[]) =>
    run(process.execPath, [join(repository, 'server/src/commands/reset-password.ts'), ...names], {
      env: { ...process.env, DATABASE_PATH: file },
    })
  const signIn = async (address: string, password: string) => {
    const response = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ username: 'admin', password }),
    })
    const cookie = String(response.headers.getSetCookie().find((one) => one.startsWith('moc57_session=')))
    return { status: response.status, cookie: cookie.split(';')[0] ?? '', ...(await response.json()) }
  }

  test('gets a new one on the server while it runs, to be changed at the next sign-in', async () => {
    const server = await start({ ADMIN_PASSWORD: 'mật khẩu đã quên' })
    const { stdout } = await reset()
    const password = /mật khẩu mới: (\S+)/.exec(stdout)?.[1] ?? ''
    expect((await signIn(server.address, 'mật khẩu đã quên')).status).toBe(401)
    const { status, user } = await signIn(server.address, password)
    expect([status, user?.mustChangePassword]).toEqual([200, true])
    await expect(reset('khong.co')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Không có tài khoản “khong.co”'),
    })
    await server.stop()
  })

  test('signs in without the second factor, which is lost too', async () => {
    const own = 'mật khẩu đã quên'
    const server = await start({ ADMIN_PASSWORD: own })
    const { cookie } = await signIn(server.address, own)
    const send = async (path: string, body?: object) => {
      const response = await fetch(`${server.address}/api/session/second-factor${path}`, {
        method: 'POST',
        headers: { origin: server.address, cookie, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      })
      return { status: response.status, ...(await response.json()) }
    }
    const { secret } = await send('')
    expect((await send('/confirmation', { code: codeAt(secret, new Date()) })).status).toBe(200)
    expect((await signIn(server.address, own)).status).toBe(401)
    const { stdout } = await reset()
    expect(stdout).toContain('Xác thực hai bước của tài khoản đã được bỏ')
    const password = /mật khẩu mới: (\S+)/.exec(stdout)?.[1] ?? ''
    expect(await signIn(server.address, password)).toMatchObject({
      status: 200,
      user: { secondFactor: 'none' },
    })
    await server.stop()
  })

  test('of a database that is not there gets none, and no new file', async () => {
    await expect(reset()).rejects.toMatchObject({ stderr: expect.stringContaining('Không có tệp dữ liệu') })
    await expect(readFile(file)).rejects.toThrow()
  })
})

describe('the first start on sample data', () => {
  const signIn = async (address: string, [username, password]: readonly string[]) => {
    const response = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ username, password }),
    })
    return (await response.json()).user
  }
  const accountsIn = (printed: readonly string[]) =>
    printed.flatMap((line) => {
      const [, ...account] = /^ {2}(\w+) +([a-z0-9]{20}) /.exec(line) ?? []
      return account.length > 0 ? [account] : []
    })

  test('makes an account of each role for Kiến An and prints them before the address, once', async () => {
    const server = await start({ DATA_SET: 'sample', ADMIN_PASSWORD: 'mật khẩu quản trị' })
    expect(server.printed.at(-1)).toContain(server.address)
    const made = await Promise.all(
      accountsIn(server.printed).map((account) => signIn(server.address, account)),
    )
    expect(
      made.map(({ role, unitCode, mustChangePassword }) => [role, unitCode, mustChangePassword]),
    ).toEqual([
      ['city', null, false],
      ['leader', '11443', false],
      ['officer', '11443', false],
      ['bodyOfficer', '11443', false],
    ])
    await server.stop()
    const again = await start({ DATA_SET: 'sample' })
    expect(accountsIn(again.printed)).toEqual([])
    await again.stop()
  })

  test('on real data makes nobody but the administrator', async () => {
    const server = await start()
    expect(accountsIn(server.printed)).toEqual([])
    await server.stop()
  })
})

describe('the service refuses to start, says what to do and leaves the file alone', () => {
  test('when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    expect(await refusal({ PORT: String(port) })).toMatch(new RegExp(`Cổng ${port} đang được .* dùng`))
    other.close()
  })

  const threeStarts = { timeout: 180_000 }
  test(
    'when another server works on the file, until that one is gone, however it ended',
    threeStarts,
    async () => {
      const first = await start()
      const words = await refusal()
      expect(words.trim()).toMatch(
        /^Một máy chủ Mốc 57 khác đang chạy trên tệp dữ liệu này: .*moc57\.db\..*$/,
      )
      await first.end('SIGKILL')
      const second = await start()
      expect(await second.end('SIGTERM')).toBe(0)
      expect(await readdir(folder)).toEqual(['moc57.db'])
    },
  )

  test.each([
    ['LOG_LEVEL', 'loud'],
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['DATA_SET', 'demo'],
    ['HOST', 'no.such.host.invalid'],
    ['TRUSTED_PROXY', 'proxy.invalid'],
  ])('when %s is %s', async (name, value) => {
    expect(await refusal({ [name]: value })).toContain(name)
  })

  test('when the file is no database', async () => {
    await writeFile(file, 'đây không phải cơ sở dữ liệu'.repeat(100))
    const before = await digest(file)
    expect(await refusal()).toContain('moc57.db')
    expect(await digest(file)).toBe(before)
  })

  test('when a file of real data is opened as sample data, and the other way round', async () => {
    await start().then((server) => server.stop())
    const before = await digest(file)
    expect(await refusal({ DATA_SET: 'sample' })).toContain('DATA_SET')
    expect(await digest(file)).toBe(before)
  })
})

async function digest(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}
