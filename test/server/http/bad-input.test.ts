import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInCast } from '../../support/accounts.ts'
import { type Service, startService } from '../../support/service.ts'

let service: Service
beforeAll(async () => {
  service = await startService()
})
afterAll(() => service.close())

const progress = '/api/units/11443/progress'

describe('bad input gets a problem in Vietnamese that names the field, and changes nothing', () => {
  test.each([
    ['an unknown unit', '/api/units/99999/progress', 404, undefined],
    ['a unit code that is no code', '/api/units/%20/progress', 404, undefined],
    ['an unknown indicator', '/api/units/11443/indicators/32', 404, undefined],
    ['an indicator that is no number', '/api/units/11443/indicators/abc', 404, undefined],
    ['an indicator with a leading zero', '/api/units/11443/indicators/01', 404, undefined],
    ['an unknown indicator in the comparison', '/api/comparison?indicator=32', 404, undefined],
    ['an unknown address', '/api/khong-co', 404, undefined],
    ['a fifth quarter', `${progress}?asOf=2026-Q5`, 400, '#/asOf'],
    ['a quarter before the plans', `${progress}?asOf=1999-Q1`, 400, '#/asOf'],
    ['a quarter far beyond them', `${progress}?asOf=2051-Q1`, 400, '#/asOf'],
    ['an empty quarter', `${progress}?asOf=`, 400, '#/asOf'],
    ['a quarter with something after it', `${progress}?asOf=2026-Q3%0A`, 400, '#/asOf'],
    ['a repeated field', `${progress}?asOf=2026-Q3&asOf=2026-Q2`, 400, '#/asOf'],
    ['an unknown field', `${progress}?asof=2026-Q3`, 400, '#/asof'],
    ['an unknown status', `${progress}?status=great`, 400, '#/status/0'],
    ['a very long filter', `${progress}?leader=${'a'.repeat(300)}`, 400, '#/leader'],
    ['a very long search', `/api/units?q=${'a'.repeat(300)}`, 400, '#/q'],
    ['an unknown kind of unit', '/api/comparison?type=huyen', 400, '#/type'],
    ['a broken escape', '/api/units/%E0%A4%A/progress', 400, undefined],
    ['an unknown field of an export', `${progress}.xlsx?as=1`, 400, '#/as'],
  ])('%s', async (_, url, status, pointer) => {
    const response = await service.app.inject(url)
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
    const problem = response.json()
    expect(problem).toMatchObject({ type: 'about:blank', status, title: expect.any(String) })
    expect(problem.detail.length).toBeGreaterThan(20)
    expect(problem.errors?.map((error: { pointer: string }) => error.pointer)).toEqual(pointer && [pointer])
  })

  test('the words of a field error say what to write instead', async () => {
    const { errors } = (await service.app.inject(`${progress}?asOf=2026-Q5`)).json()
    expect(errors[0].detail).toContain('2026-Q3')
    const repeated = (await service.app.inject(`${progress}?asOf=2026-Q3&asOf=2026-Q2`)).json()
    expect(repeated.detail).toContain('lặp lại')
  })

  test('beside its field an error is told in the words of people, in the whole with the name of the field', async () => {
    const { officer } = await signInCast(service)
    const sent = { currentPassword: 'x', newPassword: 'ngắn', 'a/~b': 1 }
    const { errors, detail } = (await officer('POST', '/api/session/password', sent)).body
    expect(errors).toEqual([
      { pointer: '#/newPassword', detail: 'Mật khẩu phải có ít nhất 10 ký tự.' },
      { pointer: '#/a~1~0b', detail: 'Không có trường “a/~b”; hãy bỏ trường này.' },
    ])
    expect(detail).toContain('Trường “newPassword”: Mật khẩu phải')
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'] as const)(
    '%s where only reading is possible',
    async (method) => {
      const response = await service.app.inject({ method, url: progress })
      expect(response.statusCode).toBe(404)
      expect(response.json().detail).toContain(method)
    },
  )

  test('a body of 10 MB is refused before it is read', async () => {
    const response = await service.app.inject({
      method: 'POST',
      url: progress,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify({ value: 'x'.repeat(10 * 1024 * 1024) }),
    })
    expect(response.statusCode).toBe(413)
    expect(response.json().title).toBe('Nội dung gửi lên quá lớn')
  })

  test('an address that is not of the interface is a page, also for an unknown one', async () => {
    const response = await service.app.inject({ url: '/don-vi/11443', headers: { accept: 'text/html' } })
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-type']).toMatch(/^text\/html/)
    expect(response.headers['content-security-policy']).toContain("default-src 'self'")
  })
})
