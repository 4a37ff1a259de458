import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect } from 'vitest'
import { expectAccessible } from '../../support/axe.ts'
import { boundaryFiles, geoJson, mapInUse, toyFeatures } from '../../support/boundary-file.ts'
import { noChromium } from '../../support/chromium.ts'
import { startServer } from '../../support/running-server.ts'
import { desktop, inBrowser, phone, visitSite } from '../../support/site.ts'

const admin = { username: 'admin', password: 'mật khẩu quản trị' }
const site = visitSite(() => startServer({ DATA_SET: 'sample', ADMIN_PASSWORD: admin.password }))
const { open } = site

let units: { code: string; name: string }[]
beforeAll(async () => {
  if (!noChromium) units = (await (await fetch(`${site.server.address}/api/units`)).json()).items
})

/** Both kinds of picture that the page hands over. */
async function savedPictures(shown: Page) {
  const save = async (kind: string) => {
    const [file] = await Promise.all([
      shown.waitForEvent('download'),
      shown.getByRole('button', { name: kind }).click(),
    ])
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }
  return [await save('SVG'), await save('PNG')] as const
}

/** The administrator gives a file on the page for it. */
async function give(name: string, bytes: Buffer | string) {
  const shown = await open('/quan-tri/ban-do', { as: admin })
  const file = { name, mimeType: '', buffer: Buffer.from(bytes) }
  await shown.locator('input[type=file]').setInputFiles(file)
  return shown
}

describe(`the map (${mapInUse})`, () => {
  inBrowser('without a file there is the list, and the administrator is told where to add one', async () => {
    const shown = await open('/thanh-pho/ban-do?ky=2026-Q3', { as: admin })
    await shown.getByText('Chưa có tệp ranh giới').waitFor()
    expect(await shown.locator('main tbody tr').count()).toBe(114)
    await shown.getByRole('link', { name: 'Thêm tệp ranh giới' }).click()
    await shown.getByRole('heading', { name: 'Bản đồ đơn vị' }).waitFor()
    await expectAccessible(shown)
  })

  inBrowser('a wrong file is refused on the page in words, and nothing changes', async () => {
    const shown = await give('sai.geojson', '{"type":"Point"}')
    const alert = shown.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toContain('Không phải GeoJSON hay TopoJSON')
    expect(await shown.locator('main').innerText()).toContain('Chưa có tệp ranh giới')
  })

  inBrowser('a file with a missing unit and a wrong code is taken, and both are listed', async () => {
    const [first, ...rest] = toyFeatures(units)
    const shown = await give(
      'thieu.geojson',
      geoJson([{ ...first, properties: { ma: '99999' } } as never, ...rest]),
    )
    await shown.getByText('Vẽ được 113 đơn vị').waitFor()
    const text = await shown.locator('main').innerText()
    expect(text).toContain(`(${units[0]?.code})`)
    expect(text).toContain('99999')
  })

  inBrowser(
    'every unit is drawn, told in words, and reached by the arrow keys; Enter opens its indicator',
    async () => {
      const [file] = boundaryFiles(units)
      const given = await give(file?.name.replaceAll(' ', '-') ?? '', file?.bytes ?? '')
      await given.getByText('Vẽ được 114 đơn vị').waitFor()

      const shown = await open('/thanh-pho/ban-do?ky=2026-Q3&chiTieu=1')
      const map = shown.getByRole('group', { name: /^Bản đồ các đơn vị/ })
      await map.waitFor()
      expect(await map.getByRole('link').count()).toBe(114)
      expect(await map.getByRole('link', { name: /^Phường Kiến An: .*%/ }).count()).toBe(1)
      expect(await map.getByText('Bạch Long Vĩ').count()).toBe(1)
      await expectAccessible(shown)

      expect(await map.locator('a[tabindex="0"]').count()).toBe(1)
      await map.locator('a[tabindex="0"]').focus()
      const focused = () => shown.evaluate('document.activeElement.dataset.code') as Promise<string>
      const visited = new Set([await focused()])
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown']) {
        await shown.keyboard.press(key)
        visited.add(await focused())
      }
      expect(visited.size).toBeGreaterThanOrEqual(3)
      const code = await focused()
      await shown.keyboard.press('Enter')
      await shown.waitForURL(new RegExp(`/don-vi/${code}/chi-tieu/1`))
    },
  )

  for (const view of ['trang-thai', 'ket-qua', 'con-thieu']) {
    inBrowser(
      `the legend of “${view}” counts all units, and statuses are told by more than colour`,
      async () => {
        const shown = await open(`/thanh-pho/ban-do?ky=2026-Q3&chiTieu=8&xem=${view}`, { viewport: phone })
        await shown.getByRole('group', { name: /^Bản đồ các đơn vị/ }).waitFor()
        const counts = await shown.locator('main ul li b').allInnerTexts()
        expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(114)
        await expectAccessible(shown)
      },
    )
  }

  inBrowser('is taken along as a picture with its legend and mark, and as the list in files', async () => {
    const shown = await open('/thanh-pho/ban-do?ky=2026-Q3&chiTieu=8&loai=xa')
    const [svg, png] = await savedPictures(shown)
    expect(svg.name).toBe('ban-do-chi-tieu-8-2026-Q3.svg')
    const drawing = svg.bytes.toString()
    expect(drawing.match(/data-fill/g)?.length).toBeGreaterThan(67)
    for (const word of ['DỮ LIỆU MINH HỌA', '67 xã', 'không phải bản đồ địa giới']) {
      expect(drawing.includes(word), word).toBe(true)
    }
    for (const count of await shown.locator('main ul li').allInnerTexts()) {
      expect(drawing.includes(count.trim().replace(/\s+(\d+)$/, ': $1')), count).toBe(true)
    }
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
    const workbook = await shown.getByRole('link', { name: 'Tải Excel' }).getAttribute('href')
    const asked = new URL(workbook ?? '', site.server.address)
    expect(asked.pathname).toBe('/api/comparison.xlsx')
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      asOf: '2026-Q3',
      indicator: '8',
      type: 'xã',
      sapXep: 'tinh-trang',
    })
  })

  inBrowser('shows units of one kind alone, and falls back where the address cannot be read', async () => {
    const shown = await open('/thanh-pho/ban-do?ky=2026-Q3&loai=phuong&chiTieu=99&xem=x')
    await shown.getByRole('heading', { name: /^Chỉ tiêu 1\..*45 phường/ }).waitFor()
    expect(await shown.locator('main tbody tr').count()).toBe(45)
  })
})

describe('who has reported', () => {
  inBrowser('is for the city and the administrator: others sign in first', async () => {
    const shown = await open('/thanh-pho/nop-so-lieu')
    await shown.waitForURL(/dang-nhap/)
  })

  for (const [name, viewport] of [
    ['a PC', desktop],
    ['a phone', phone],
  ] as const) {
    inBrowser(`on ${name}: lists all units, and only those of the chosen standing`, async () => {
      const shown = await open('/thanh-pho/nop-so-lieu?ky=2026-Q3', { viewport, as: admin })
      await shown.getByRole('heading', { name: /trong 114 đơn vị đã gửi đủ/ }).waitFor()
      if (viewport === phone) await shown.getByRole('button', { name: 'Xem cả 114 đơn vị' }).click()
      expect(await shown.locator('main tbody tr').count()).toBe(114)
      await expectAccessible(shown)
      await shown.getByRole('button', { name: /^Chưa gửi/ }).click()
      await shown.waitForURL(/tinhTrang=silent/)
      const silent = await shown.locator('main tbody tr').count()
      expect(silent).toBeLessThan(114)
      const file = await shown.request.get(
        (await shown.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '',
      )
      expect((await file.text()).trim().split('\r\n')).toHaveLength(silent + 1)
      await shown.getByText('Xem danh sách đôn đốc').click()
      const text = await shown.getByRole('textbox', { name: 'Danh sách đôn đốc' }).inputValue()
      expect(text.split('\n')).toHaveLength(silent + 2)
      expect(text).toContain('DỮ LIỆU MINH HỌA')
      expect(await shown.getByRole('link', { name: 'Soạn thư' }).getAttribute('href')).toMatch(
        /^mailto:\?subject=/,
      )
    })
  }
})

describe('a unit among its like', () => {
  inBrowser(
    'takes others beside it from the keyboard, keeps them in the address, and lets them go',
    async () => {
      const shown = await open('/thanh-pho/don-vi/11443?ky=2026-Q3')
      await shown
        .getByRole('heading', { name: /^Phường Kiến An, quý III\/2026: \d+ chỉ tiêu kém hơn/ })
        .waitFor()
      await shown.getByRole('combobox', { name: /^Đặt thêm đơn vị bên cạnh/ }).focus()
      await shown.keyboard.type('an phụ')
      await shown.getByRole('option', { name: /Trần Liễu.*An Phụ/ }).waitFor()
      await shown.keyboard.press('Enter')
      await shown.waitForURL(/don-vi=10729/)
      await shown.getByRole('columnheader', { name: 'Phường Trần Liễu' }).waitFor()
      await shown.getByRole('button', { name: 'Bỏ phường Trần Liễu' }).click()
      await shown.waitForURL((url) => !url.search.includes('don-vi'))
      expect(await shown.locator('main tbody tr').count()).toBe(31)
    },
  )

  inBrowser('is taken along as a picture of all strips, and as files of the same units', async () => {
    const shown = await open('/thanh-pho/don-vi/11443?ky=2026-Q3&don-vi=10729&soVoi=tat-ca')
    const [svg, png] = await savedPictures(shown)
    expect(svg.name).toBe('so-voi-don-vi-khac-11443-2026-Q3.svg')
    const drawing = svg.bytes.toString()
    for (const word of ['DỮ LIỆU MINH HỌA', 'Phường Trần Liễu', 'so với 112 đơn vị khác', '31. ']) {
      expect(drawing.includes(word), word).toBe(true)
    }
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG')
    const file = await shown.request.get(
      (await shown.getByRole('link', { name: 'CSV' }).getAttribute('href')) ?? '',
    )
    expect(file.headers()['content-disposition']).toContain('11443-10729-2026-Q3.csv')
  })
})
