import { expect } from 'vitest'
import { noOffice, pagesOfPdf } from '../../support/office.ts'
import { inBrowser, visitSite } from '../../support/site.ts'

const { open } = visitSite()

/** The views of the city; words of the heading that each page repeats, and what stands last. */
const views = [
  ['the heat map', '/thanh-pho?ky=2026-Q3', 'Đơn vị', 'Quy mô kinh tế số trong GRDP'],
  ['one indicator', '/thanh-pho/chi-tieu/1?ky=2026-Q3', 'Trạng thái', 'Chưa có số liệu'],
  ['the map', '/thanh-pho/ban-do?ky=2026-Q3', 'Trạng thái', 'Đạt'],
  [
    'units side by side',
    '/thanh-pho/don-vi/11443?ky=2026-Q3&don-vi=11407,11680',
    'Khoảng giữa',
    'Phủ sóng 6G trên địa bàn',
  ],
  ['the movement', '/thanh-pho/bien-dong?ky=2026-Q3', 'Kỳ sau', 'Mới đạt mốc'],
  ['who has reported', '/thanh-pho/nop-so-lieu?ky=2026-Q3', 'Gửi lần cuối', '16/09/2026'],
  ['the yearly review', '/don-vi/11443/danh-gia/2025', 'Mục tiêu của năm', 'Quy mô kinh tế số trong GRDP'],
] as const

for (const [name, path, heading, last] of views) {
  inBrowser(
    `${name} is printed in full: landscape, headings on every page, nothing over its last row`,
    async ({ skip }) => {
      if (noOffice) skip(noOffice)
      const page = await open(path, { as: 'thanhpho' })
      await page.locator('main table').last().waitFor()
      const pages = await pagesOfPdf(await page.pdf({ preferCSSPageSize: true }))
      expect(pages.length).toBeGreaterThan(1)
      for (const { width, height, text } of pages) {
        expect([width, height]).toEqual([842, 595])
        expect(text).toMatch(new RegExp(`${heading}|Tên các chỉ tiêu|Mốc 57 theo dõi`))
      }
      const all = pages.map(({ text }) => text).join('\n')
      for (const control of ['Tải Excel', 'Chép liên kết', 'Bản đồ nhiệt', 'Đăng xuất']) {
        expect(all).not.toContain(control)
      }
      const lines = all.split('\n').filter((line) => line.trim() !== '')
      const foot = lines.findIndex((line) => line.includes('Mốc 57 theo dõi'))
      expect(lines.findLastIndex((line) => line.includes(last))).toBeLessThan(foot)
      expect(lines[foot]).not.toContain(last)
    },
  )
}
