import { blockText, namesItsRows, parseBlock, placeBlock } from '@moc57/web/measurements/entry/block.ts'
import { entryLines, gridLines } from '@moc57/web/measurements/entry/entry-lines.ts'
import { commandOf } from '@moc57/web/measurements/entry/grid-keys.ts'
import { type CellRange, cellBelow, nextEditable, rangeOf } from '@moc57/web/measurements/entry/grid-moves.ts'
import {
  clearedCells,
  copiedBlock,
  filledDown,
  pastedCells,
  type Selection,
} from '@moc57/web/measurements/entry/grid-range.ts'
import { entryFields } from '@moc57/web/measurements/entry/row-text.ts'
import { noDrafts } from '@moc57/web/measurements/entry/save-queue.ts'
import { describe, expect, test } from 'vitest'
import { makeMeasurement } from '../../support/make-measurement.ts'
import { makeEntryRow } from './entry-support.ts'

const share = ['value', 'numerator', 'denominator', 'comparator', 'source', 'note'] as const
const number = ['value', 'comparator', 'source', 'note'] as const
const lines = [
  { number: 1, fields: share },
  { number: 2, fields: number },
  { number: 3, fields: [] },
  { number: 4, fields: share },
]

describe('a block from Excel', () => {
  test('is read cell by cell, with quoted line breaks and a last line end', () => {
    expect(parseBlock('85,5 %\t"Báo cáo\n57"\r\n90\t\r\n')).toEqual([
      ['85,5 %', 'Báo cáo\n57'],
      ['90', ''],
    ])
  })

  test('falls onto the rows from one cell on', () => {
    const { cells, leftOver } = placeBlock(parseBlock('1\n2'), { lines, field: 'value', height: 1 })
    expect(cells).toEqual([
      { number: 1, field: 'value', text: '1' },
      { number: 2, field: 'value', text: '2' },
    ])
    expect(leftOver).toBe(0)
  })

  test('passes over what may not be entered, and says how much of it fell there', () => {
    const { cells, leftOver } = placeBlock(parseBlock('1\t2\n3\t4\n5\t6\n7\t8\n9\t10'), {
      lines,
      field: 'numerator',
      height: 1,
    })
    expect(cells.map((cell) => [cell.number, cell.field, cell.text])).toEqual([
      [1, 'numerator', '1'],
      [1, 'denominator', '2'],
      [4, 'numerator', '7'],
      [4, 'denominator', '8'],
    ])
    expect(leftOver).toBe(6)
  })

  test('of one cell fills every selected row', () => {
    const { cells } = placeBlock([['Báo cáo 57']], { lines, field: 'source', height: 4 })
    expect(cells.map((cell) => cell.number)).toEqual([1, 2, 4])
  })

  test('of 100,000 rows ends at the last row of the quarter', () => {
    const { cells, leftOver } = placeBlock(parseBlock('1\n'.repeat(100_000)), {
      lines,
      field: 'value',
      height: 1,
    })
    expect(cells).toHaveLength(3)
    expect(leftOver).toBe(99_997)
  })

  test('comes back as it was copied', () => {
    const cells = [
      ['85,5', 'a\tb'],
      ['', '"c"'],
    ]
    expect(parseBlock(blockText(cells))).toEqual(cells)
  })
})

describe('moving about', () => {
  const rows = [
    makeEntryRow({ number: 1, groupCode: 'I' }),
    makeEntryRow({ number: 2, groupCode: 'I', mayEnter: false }),
    makeEntryRow({ number: 3, groupCode: 'II', unitOfMeasure: 'tổ' }),
  ]
  const grid = gridLines(entryLines(rows, { queue: noDrafts, line: 'up' }), { I: 'Hạ tầng', II: 'Nguồn lực' })
  const columns = ['number', ...entryFields, 'state']

  test('the rows stand under the headings of their groups', () => {
    expect(grid.map((line) => (line.kind === 'group' ? line.code : line.row.number))).toEqual([
      'I',
      1,
      2,
      'II',
      3,
    ])
  })

  test('down passes a heading, and stays at the end', () => {
    expect(cellBelow(grid, { rowIdx: 2, idx: 1 }, 1)).toEqual({ rowIdx: 4, idx: 1 })
    expect(cellBelow(grid, { rowIdx: 4, idx: 1 }, 1)).toEqual({ rowIdx: 4, idx: 1 })
    expect(cellBelow(grid, { rowIdx: 1, idx: 1 }, -1)).toEqual({ rowIdx: 1, idx: 1 })
  })

  test('Tab goes to the next cell that may be entered, and out of the grid after the last', () => {
    const note = columns.indexOf('note')
    expect(nextEditable(grid, columns, { rowIdx: 1, idx: note }, 1)).toEqual({ rowIdx: 4, idx: 1 })
    expect(nextEditable(grid, columns, { rowIdx: 4, idx: 1 }, 1)).toEqual({
      rowIdx: 4,
      idx: columns.indexOf('comparator'),
    })
    expect(nextEditable(grid, columns, { rowIdx: 4, idx: note }, 1)).toBeUndefined()
    expect(nextEditable(grid, columns, { rowIdx: 1, idx: 1 }, -1)).toBeUndefined()
  })

  test('a selection has two corners, in whatever order', () => {
    const range = { top: 1, bottom: 4, left: 2, right: 3 }
    expect(rangeOf({ rowIdx: 4, idx: 2 }, { rowIdx: 1, idx: 3 })).toEqual(range)
  })
})

describe('a selection', () => {
  const rows = [41, 42, 43].map((value, index) =>
    makeEntryRow({
      number: index + 1,
      groupCode: index < 2 ? 'I' : 'II',
      current: makeMeasurement({ value, source: index === 0 ? 'Báo cáo 57' : null }),
    }),
  )
  const selection = (range: CellRange): Selection => ({
    lines: gridLines(entryLines(rows, { queue: noDrafts, line: 'up' }), {}),
    columns: ['number', 'name', ...entryFields],
    range,
  })
  const values = { top: 1, bottom: 4, left: 2, right: 2 }
  const sources = { top: 1, bottom: 4, left: 6, right: 6 }

  test('is copied without the headings', () => {
    expect(copiedBlock(selection(values))).toBe('41\r\n42\r\n43')
  })

  test('is filled from its top cell', () => {
    expect(filledDown(selection(sources)).map(({ number, text }) => [number, text])).toEqual([
      [2, 'Báo cáo 57'],
      [3, 'Báo cáo 57'],
    ])
  })

  test('of one cell is filled from the cell above', () => {
    expect(filledDown(selection({ ...sources, top: 2, bottom: 2 }))).toEqual([
      { number: 2, field: 'source', text: 'Báo cáo 57' },
    ])
  })

  test('is cleared where it may be entered', () => {
    expect(clearedCells(selection({ top: 0, bottom: 1, left: 0, right: 2 }))).toEqual([
      { number: 1, field: 'value', text: '' },
    ])
  })

  test('takes the clipboard past a heading, and none in a column that is not entered', () => {
    expect(
      pastedCells('1\n2\n3', selection({ ...values, bottom: 1 }))?.cells.map(({ number }) => number),
    ).toEqual([1, 2, 3])
    expect(pastedCells('1', selection({ top: 1, bottom: 1, left: 1, right: 1 }))).toBeUndefined()
  })

  test('takes a block that is blank where a group has its heading, and its blanks take nothing away', () => {
    const placed = pastedCells('1\n\n\n3', selection({ ...values, bottom: 1 }))
    expect(placed).toMatchObject({
      cells: [
        { number: 1, text: '1' },
        { number: 3, text: '3' },
      ],
      blanks: 1,
    })
  })
})

describe('a block that says what its rows are', () => {
  test.each([
    ['1\t61\n2\t62\n3\t63', true],
    ['1\tTỷ lệ phủ sóng 5G trên địa bàn\t61\n2\tTỷ lệ phủ sóng 6G trên địa bàn\t62', true],
    ['Tỷ lệ phủ sóng 5G trên địa bàn\t61\nTỷ lệ phủ sóng 6G trên địa bàn\t62', true],
    ['61\n62\n63', false],
    ['171\t200\n12\t20\n3\t4', false],
    ['61\t\t\t\tBáo cáo số 57 của phường\n62\t\t\t\tBáo cáo số 57 của phường', false],
  ])('%j: %s', (text, names) => {
    expect(namesItsRows(parseBlock(text))).toBe(names)
  })
})

describe('keys', () => {
  const press = (key: string, given: Partial<KeyboardEvent> = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    ...given,
  })

  test.each([
    ['Enter', {}, 'active', { type: 'move', to: 'down', extend: false }],
    ['Enter', { shiftKey: true }, 'typing', { type: 'move', to: 'up', extend: false }],
    ['Enter', { ctrlKey: true }, 'active', { type: 'submit' }],
    ['Enter', { isComposing: true }, 'typing', undefined],
    ['ArrowRight', {}, 'typing', { type: 'move', to: 'right', extend: false }],
    ['ArrowRight', {}, 'editing', undefined],
    ['ArrowDown', {}, 'editing', { type: 'move', to: 'down', extend: false }],
    ['ArrowDown', { shiftKey: true }, 'active', { type: 'move', to: 'down', extend: true }],
    ['Delete', {}, 'active', { type: 'clear' }],
    ['Delete', {}, 'typing', undefined],
    ['Z', { ctrlKey: true }, 'active', { type: 'undo' }],
    ['z', { ctrlKey: true, shiftKey: true }, 'active', { type: 'redo' }],
    ['z', { ctrlKey: true }, 'typing', undefined],
    ['y', { metaKey: true }, 'active', { type: 'redo' }],
    ['d', { ctrlKey: true }, 'active', { type: 'fillDown' }],
    ['v', { ctrlKey: true }, 'active', { type: 'browser' }],
    ['5', {}, 'active', undefined],
    ['Escape', {}, 'active', { type: 'leave' }],
  ] as const)('%s %o while %s', (key, given, mode, command) => {
    expect(commandOf(press(key, given), mode)).toEqual(command)
  })
})
