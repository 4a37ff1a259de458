import { describe, expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { reportSettings } from '../../support/make-report.ts'
import { desktop, inBrowser, phone, visitSite } from '../../support/site.ts'

const { open, pageOf } = visitSite()

/** Makes a report of the sample data; the number that it carries. */
async function madeReport(): Promise<string> {
  const { request } = await pageOf('vhxh')
  await request.put('/api/units/11443/report-settings', { data: { settings: reportSettings(), revision: 0 } })
  const answer = await request.post('/api/units/11443/reports/2026-Q3', { data: {} })
  const { report } = (await answer.json()) as { report: { code: string } }
  return report.code
}

describe('where the code on a paper leads', () => {
  inBrowser('anybody sees that the report is whole, and its 31 figures as they were', async () => {
    const code = await madeReport()
    for (const viewport of [desktop, phone]) {
      const page = await open(`/kiem-chung/${code}`, { viewport })
      const text = await page.locator('main').innerText()
      expect(text).toContain('Báo cáo quý III năm 2026 của phường Kiến An')
      expect(text).toContain('Báo cáo có thật, nguyên vẹn')
      expect(text).toContain('Tỷ lệ phủ sóng 5G trên địa bàn phường')
      await expectAccessible(page)
    }
  })

  inBrowser('a number that no report has is told so', async () => {
    const page = await open('/kiem-chung/AAAA-BBBB-CCCC')
    expect(await page.locator('main').innerText()).toContain('Không tìm thấy')
  })
})

inBrowser('the city sees every chain checked', async () => {
  const page = await open('/kiem-chung', { as: 'thanhpho' })
  expect(await page.locator('main').innerText()).toContain('Mọi chuỗi đều liền mạch')
  await expectAccessible(page)
})
