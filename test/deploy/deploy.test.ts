import { execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { validate } from 'dockerfile-utils'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { repository, temporaryFolder } from '../support/databases.ts'
import { startServer } from '../support/running-server.ts'

const run = promisify(execFile)
const read = (path: string) => readFileSync(join(repository, 'deploy', path), 'utf8')
const nginx = ['/usr/sbin/nginx'].find((path) => existsSync(path))
const caddy = ['/usr/bin/caddy'].find((path) => existsSync(path))
const analyze = ['/usr/bin/systemd-analyze'].find((path) => existsSync(path))

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

/** Over https with a certificate that nobody has signed. */
function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asked = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const asked = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method,
          headers: { host: 'moc57.example.vn', ...headers },
          rejectUnauthorized: false,
        },
        async (answer) => {
          const chunks: Buffer[] = []
          for await (const chunk of answer) chunks.push(chunk as Buffer)
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).toString(),
          })
        },
      )
      asked.on('error', reject)
      asked.end(body)
    },
  )
}

describe('nginx as in the sample', () => {
  test.skipIf(!nginx)(
    'serves the pages over https, lets people write, bounds bodies and hides the numbers',
    { timeout: 120_000 },
    async () => {
      const server = await startServer({
        ADMIN_PASSWORD: 'một mật khẩu đủ dài 57',
        PUBLIC_URL: 'https://moc57.example.vn',
        TRUSTED_PROXY: '127.0.0.1',
      })
      onTestFinished(server.stop)
      const folder = temporaryFolder()
      const [http, https] = [await freePort(), await freePort()]
      const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
      execFileSync(
        'openssl',
        [
          'req',
          '-x509',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-days',
          '2',
          '-subj',
          '/CN=moc57.example.vn',
          '-keyout',
          key,
          '-out',
          certificate,
        ],
        { stdio: 'ignore' },
      )
      const site = read('nginx.conf')
        .replace('127.0.0.1:5757', new URL(server.address).host)
        .replace('/etc/ssl/moc57/fullchain.pem', certificate)
        .replace('/etc/ssl/moc57/privkey.pem', key)
        .replaceAll(/listen \[::\]:.*\n/g, '\n')
        .replace('listen 80;', `listen 127.0.0.1:${http};`)
        .replace('listen 443 ', `listen 127.0.0.1:${https} `)
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => {
        mkdirSync(join(folder, name))
        return `${name}_temp_path ${join(folder, name)};`
      })
      const file = join(folder, 'nginx.conf')
      writeFileSync(
        file,
        `daemon off; master_process off; pid ${join(folder, 'pid')}; error_log ${join(folder, 'error.log')}; events {}
        http { access_log off; ${temporary.join(' ')} ${site} }`,
      )
      const proxy = spawn(nginx ?? '', ['-p', folder, '-c', file], { stdio: 'ignore' })
      onTestFinished(async () => {
        proxy.kill('SIGTERM')
        await once(proxy, 'exit')
      })
      await expect
        .poll(
          () =>
            ask(https, '/api/health').then(
              ({ status }) => status,
              () => 0,
            ),
          { timeout: 30_000 },
        )
        .toBe(200)

      const { headers } = await ask(https, '/api/health')
      expect(headers['strict-transport-security']).toContain('max-age=')
      const signedIn = await ask(https, '/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://moc57.example.vn' },
        body: JSON.stringify({ username: 'admin', password: 'một mật khẩu đủ dài 57' }),
      })
      expect(signedIn.status).toBe(200)
      expect(String(signedIn.headers['set-cookie'])).toContain('Secure')
      expect((await ask(https, '/metrics')).status).toBe(404)
      const tooLarge = { method: 'POST', body: Buffer.alloc(22 * 1024 * 1024) }
      expect((await ask(https, '/api/boundaries', tooLarge)).status).toBe(413)
      const plain = await fetch(`http://127.0.0.1:${http}/don-vi`, { redirect: 'manual' })
      expect([plain.status, plain.headers.get('location')]).toEqual([301, 'https://127.0.0.1/don-vi'])
    },
  )
})

describe('Caddy as in the sample', () => {
  test.skipIf(!caddy)('is understood by Caddy', async () => {
    const folder = temporaryFolder()
    const env = { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
    const file = join(repository, 'deploy/Caddyfile')
    const said = await run(caddy ?? '', ['validate', '--adapter', 'caddyfile', '--config', file], { env })
    expect(said.stdout + said.stderr).toContain('Valid configuration')
  })
})

describe('the systemd unit', () => {
  test.skipIf(!analyze)('is understood by systemd, but for what is not installed here', async () => {
    const file = join(temporaryFolder(), 'moc57.service')
    writeFileSync(file, read('moc57.service').replace(/^ExecStart=\S+/m, 'ExecStart=/bin/true'))
    const said = await run(analyze ?? '', ['verify', '--man=no', file]).then(
      ({ stderr }) => stderr,
      ({ stderr }) => stderr,
    )
    expect(said.split('\n').filter((line: string) => line.includes('moc57.service'))).toEqual([])
  })
})

describe('the image', () => {
  test('has a Dockerfile without a fault', () => {
    expect(validate(read('Dockerfile')).map(({ message }) => message)).toEqual([])
  })

  test('runs as nobody in particular, and can write its data alone', () => {
    const user = read('Dockerfile').lastIndexOf('\nUSER moc57')
    expect(user).toBeGreaterThan(read('Dockerfile').lastIndexOf('\nFROM '))
    const { services } = parse(read('compose.yaml'))
    expect(services.moc57).toMatchObject({ read_only: true, user: '10057:10057', cap_drop: ['ALL'] })
    expect(services.moc57.ports.every((port: string) => port.startsWith('127.0.0.1:'))).toBe(true)
  })
})

test('every setting that deploy/ names is one that the service reads', () => {
  const settings = new Set(
    readFileSync(join(repository, 'server/src/env.ts'), 'utf8')
      .match(/^ {2}[A-Z_]+(?=:)/gm)
      ?.map((name) => name.trim()),
  )
  const named = [
    ...(read('moc57.env.example').match(/^#?[A-Z_]+(?==)/gm) ?? []),
    ...Object.keys(parse(read('compose.yaml')).services.moc57.environment),
    ...(read('windows/install.ps1').match(/(?<=set )[A-Z_]+(?==)/g) ?? []),
  ].map((name) => name.replace('#', ''))
  expect(named.length).toBeGreaterThan(8)
  expect(named.filter((name) => !settings.has(name))).toEqual([])
})
