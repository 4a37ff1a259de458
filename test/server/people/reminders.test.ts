import { type AddressInfo, createServer, type Socket } from 'node:net'
import { smtpSender } from '@moc57/server/mailer'
import { sendDueDigests } from '@moc57/server/reminders'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { type Client, type Person, signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'

/** A Thursday of the last week of quý IV/2026, 09:00 in Viet Nam. */
const thursday = new Date('2026-12-10T02:00:00Z')
const friday = new Date('2026-12-11T02:00:00Z')
let service: Service
let people: Record<Person | 'public', Client>
beforeEach(async () => {
  service = await startService('real', thursday)
  people = await signInCast(service)
})
afterEach(() => service.close())

const subscribe = (person: Person, email: string) =>
  people[person]('PUT', '/api/reminders/settings', { email, byEmail: true })

/** A real mail server on this machine that keeps what it gets. */
async function mailServer(): Promise<{ url: string; letters: string[] }> {
  const letters: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    onData(stream, _, done) {
      let text = ''
      stream.on('data', (chunk) => {
        text += chunk
      })
      stream.on('end', () => {
        letters.push(text)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, letters }
}

const sendAt = (smtpUrl: string, at: Date) =>
  sendDueDigests({
    database: service.database,
    send: smtpSender({ smtpUrl, from: 'moc57@kienan.example' }),
    now: () => at,
    publicUrl: 'http://moc57.example',
    notice: null,
  })

const receiversOf = (letters: string[]) => letters.map((letter) => /^To: (.*)$/m.exec(letter)?.[1])

/** The text of a letter: quoted-printable (RFC 2045). */
function plain(letter: string): string {
  const text = letter.replace(/=\r\n/g, '').replace(/%/g, '%25')
  return decodeURIComponent(text.replace(/=([0-9A-F]{2})/g, '%$1'))
}

describe('what waits', () => {
  test('for the officer is what is missing, for the body its own indicators, for the leader what was submitted', async () => {
    await people.officer('PUT', '/api/units/11443/indicators/6/measurements/2026-Q4', { value: 2 })
    await people.officer('POST', '/api/units/11443/submissions/2026-Q4/submit', { indicators: [6] })
    const sentences = async (person: Person) => {
      const { body } = await people[person]('GET', '/api/reminders')
      return (body.items as never as { sentence: string }[]).map(({ sentence }) => sentence)
    }
    expect(await sentences('officer')).toEqual([
      'Quý IV/2026: còn 30 chỉ tiêu chưa có số liệu, hạn 16/12/2026',
    ])
    expect(await sentences('police')).toEqual(['Quý IV/2026: còn 2 chỉ tiêu chưa có số liệu, hạn 16/12/2026'])
    expect(await sentences('lam')).toEqual(['Quý IV/2026: 1 chỉ tiêu chờ duyệt'])
    expect(await sentences('city')).toEqual([])
  })
})

describe('the daily letter', () => {
  test('goes to who asked for it and has something to do, through a real mail server', async () => {
    const { url, letters } = await mailServer()
    await subscribe('officer', 'vhxh@kienan.example')
    await subscribe('lam', 'lam@kienan.example')
    await sendAt(url, thursday)
    expect(receiversOf(letters)).toEqual(['vhxh@kienan.example'])
    const body = plain(letters[0] ?? '')
    expect(body).toContain('còn 31 chỉ tiêu chưa có số liệu, hạn 16/12/2026')
    expect(body).toContain('http://moc57.example/viec-cua-toi')
  })

  test('goes out once a day, also after a restart, and again the next day', async () => {
    const { url, letters } = await mailServer()
    await subscribe('officer', 'vhxh@kienan.example')
    await sendAt(url, thursday)
    await sendAt(url, new Date(thursday.getTime() + 3_600_000))
    expect(letters).toHaveLength(1)
    await sendAt(url, friday)
    expect(letters).toHaveLength(2)
  })

  test('that was missed while the service was off is made up once', async () => {
    const { url, letters } = await mailServer()
    await subscribe('officer', 'vhxh@kienan.example')
    const sunday = new Date('2026-12-13T02:00:00Z')
    await sendAt(url, sunday)
    await sendAt(url, sunday)
    expect(letters).toHaveLength(1)
  })

  test('is switched off by its reader', async () => {
    const { url, letters } = await mailServer()
    await subscribe('officer', 'vhxh@kienan.example')
    await people.officer('PUT', '/api/reminders/settings', { email: 'vhxh@kienan.example', byEmail: false })
    await sendAt(url, thursday)
    expect(letters).toEqual([])
  })

  test('that a hanging mail server does not take is told, and holds up nobody for long', async () => {
    const sockets: Socket[] = []
    const silent = createServer((socket) => sockets.push(socket))
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy()
      silent.close()
    })
    await subscribe('officer', 'vhxh@kienan.example')
    await sendAt(`smtp://127.0.0.1:${(silent.address() as AddressInfo).port}?greetingTimeout=300`, thursday)
    const { body } = await people.officer('GET', '/api/reminders')
    expect(body.lastLetter).toMatchObject({
      day: '2026-12-10',
      sentAt: null,
      failure: expect.stringMatching(/./),
    })
    expect(body.items).toHaveLength(1)
  })
})

test.each([
  ['two lines', 'a@b.vn\r\nBcc: c@d.vn'],
  ['no domain', 'van-hoa'],
  ['two addresses', 'a@b.vn, c@d.vn'],
  ['nothing', null],
])('an e-mail address of %s is refused', async (_, email) => {
  const { status, body } = await people.officer('PUT', '/api/reminders/settings', { email, byEmail: true })
  expect(status).toBe(400)
  expect((body.errors as never as { pointer: string }[])[0]?.pointer).toBe('#/email')
  const { body: after } = await people.officer('GET', '/api/reminders')
  expect(after.settings).toEqual({ email: null, byEmail: false })
})
