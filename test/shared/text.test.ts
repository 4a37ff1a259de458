import { foldName, foldText, foldUnitName, normalizeText, unitTitle, vietnameseOrder } from '@moc57/shared'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('text as it is stored', () => {
  test.each([
    ['decomposed letters come together', 'Kiến An'.normalize('NFD'), 'Kiến An'],
    ['no-break spaces become spaces', 'Kiến\u00a0An', 'Kiến An'],
    ['narrow no-break spaces become spaces', 'Kiến\u202fAn', 'Kiến An'],
    ['runs of white space become one space', ' Kiến \t\r\n An ', 'Kiến An'],
    ['misprints stay as printed', 'Cở sở giáo dục', 'Cở sở giáo dục'],
    ['capitals and dashes stay as printed', 'Phòng Văn hóa – Xã hội', 'Phòng Văn hóa – Xã hội'],
    ['nothing stays nothing', '', ''],
  ])('%s', (_, text, stored) => expect(normalizeText(text)).toBe(stored))
})

describe('text as it is searched', () => {
  test.each([
    ['Đồ Sơn', 'do son'],
    ['đặc khu', 'dac khu'],
    ['ĐẶC KHU', 'dac khu'],
    ['Kiến An', 'kien an'],
    ['Nguyễn Bỉnh Khiêm', 'nguyen binh khiem'],
    ['Lê Ích Mộc', 'le ich moc'],
    ['Ưu Ơ Ă Â Ê Ô Ư', 'uu o a a e o u'],
    ['Kiến\u00a0Thụy', 'kien thuy'],
    ['5G, R&D', '5g, r&d'],
  ])('%s folds to "%s", composed or not', (text, folded) => {
    expect(foldText(text)).toBe(folded)
    expect(foldText(text.normalize('NFD'))).toBe(folded)
  })

  test.each([
    ['Thuỵ', 'Thụy'],
    ['Hoà', 'Hòa'],
    ['hoá', 'hóa'],
    ['Thuý', 'Thúy'],
  ])('%s and %s, the old and the new place of the tone, fold to one text', (old, now) => {
    expect(old.normalize('NFC')).not.toBe(now.normalize('NFC'))
    expect(foldText(old)).toBe(foldText(now))
  })

  test('Cẩm Giang and Cẩm Giàng fold to one text: a folded name is no key', () => {
    expect(foldText('Cẩm Giang')).toBe(foldText('Cẩm Giàng'))
    expect(normalizeText('Cẩm Giang')).not.toBe(normalizeText('Cẩm Giàng'))
  })

  test('folding twice changes nothing, and no mark is left', () => {
    const letters = fc.constantFrom(
      ...'aăâeêioôơuưyđĐÀẢÃÁẠẰẾỘỮỹ bcnhg-–.\u00a0',
      'e\u0301',
      'ơ\u0323',
      'o\u0302\u0309',
    )
    fc.assert(
      fc.property(fc.string({ unit: letters }), (text) => {
        const folded = foldText(text)
        expect(foldText(folded)).toBe(folded)
        expect(folded).toMatch(/^[\x20-\x7e–]*$/)
        expect(folded).toBe(foldText(text.normalize('NFD')))
      }),
    )
  })
})

describe('the name of a unit as it is searched', () => {
  test.each([
    ['Kiến An', 'kien an'],
    ['phường Kiến An', 'kien an'],
    ['Phường Kiến An', 'kien an'],
    ['PHƯỜNG KIẾN AN', 'kien an'],
    ['phuong kien an', 'kien an'],
    ['P. Kiến An', 'kien an'],
    ['P.Kiến An', 'kien an'],
    ['p.\u00a0kiến an', 'kien an'],
    ['xã Gia Phúc', 'gia phuc'],
    ['X. Gia Phúc', 'gia phuc'],
    ['X.Gia Phúc', 'gia phuc'],
    ['Đặc khu Cát Hải', 'cat hai'],
    ['đặc khu Bạch Long Vĩ', 'bach long vi'],
    ['Phú Thái', 'phu thai'],
    ['xã Phú Thái', 'phu thai'],
    ['Xuân Phương', 'xuan phuong'],
    ['Xanh', 'xanh'],
  ])('%s is looked for as "%s"', (text, folded) => {
    expect(foldUnitName(text)).toBe(folded)
    expect(foldUnitName(text.normalize('NFD'))).toBe(folded)
  })

  test.each([
    ['phường', 'Kiến An'],
    ['đặc khu', 'Bạch Long Vĩ'],
    // Once folded these begin like a type.
    ['phường', 'Phương Liệt'],
    ['xã', 'Phượng Dực'],
    ['xã', 'Xà Phiên'],
  ] as const)('%s %s is looked for alike with its type and without', (type, name) =>
    expect(foldUnitName(unitTitle({ type, name }))).toBe(foldUnitName(name)),
  )
})

describe('the name of a body as it is compared', () => {
  test('the spellings of Phòng Văn hóa – Xã hội in Phụ lục 01 are one body', () => {
    const spellings = [
      'Phòng Văn hóa – Xã hội phường',
      'Phòng Văn hóa - Xã hội phường',
      'Phòng Văn hóa -Xã hội phường',
      'Phòng Văn hoá – Xã hội\u00a0phường',
      'phòng văn hóa-xã hội phường'.normalize('NFD'),
    ]
    expect(new Set(spellings.map(foldName)).size).toBe(1)
  })

  test('different bodies stay different', () => {
    const bodies = ['Phòng Văn hóa – Xã hội', 'Phòng Kinh tế, Hạ tầng và Đô thị', 'Công an phường']
    expect(new Set(bodies.map(foldName)).size).toBe(3)
  })
})

test('names sort in the order of the Vietnamese alphabet, numbers by their value', () => {
  const ordered = [
    'Ái Quốc',
    'An Biên',
    'Ăn',
    'Ân Thi',
    'Cẩm Giang',
    'Cẩm Giàng',
    'Dương Kinh',
    'Đại Sơn',
    'Xuân',
  ]
  expect(ordered.toReversed().sort(vietnameseOrder.compare)).toEqual(ordered)
  expect(['Tổ 10', 'Tổ 2', 'Tổ 1'].sort(vietnameseOrder.compare)).toEqual(['Tổ 1', 'Tổ 2', 'Tổ 10'])
})
