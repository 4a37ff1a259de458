import { useNavigate } from '@tanstack/react-router'
import { type ClipboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { type CellKeyDownArgs, type CellMouseArgs, DataGrid, type DataGridHandle } from 'react-data-grid'
import { handTable } from '../../lib/pasted-table.ts'
import { EvidenceDialog } from '../evidence/evidence-dialog.tsx'
import { namesItsRows, parseBlock } from './block.ts'
import type { EntryLine, GridLine } from './entry-lines.ts'
import { type Typing, TypingContext } from './grid-cells.tsx'
import { gridColumns } from './grid-columns.tsx'
import { commandOf, type GridCommand, type KeyMode } from './grid-keys.ts'
import { cellBelow, type GridCell, isEditable, nextEditable, rangeOf } from './grid-moves.ts'
import { clearedCells, copiedBlock, filledDown, pastedCells, type Selection } from './grid-range.ts'
import { LineDetail } from './line-detail.tsx'
import type { QuarterOfAccount } from './quarter-of-account.ts'
import type { EntryField } from './row-text.ts'
import type { Entry } from './use-entry.ts'
import 'react-data-grid/lib/styles.css'
import styles from './entry-grid.module.css'

const lineHeight = 37
const groupHeight = 26

type EntryGridProps = {
  place: QuarterOfAccount
  label: string
  lines: readonly GridLine[]
  entry: Entry
  /** Leaves the grid for what follows it. */
  onLeave: () => void
  onSubmit: () => void
  onNotice: (notice: string) => void
}

/** The quarter as a sheet: every key does what it does in Excel. */
export function EntryGrid({ place, label, lines, entry, onLeave, onSubmit, onNotice }: EntryGridProps) {
  const grid = useRef<DataGridHandle>(null)
  const keepsText = useRef(false)
  const [active, setActive] = useState<GridCell>()
  const [anchor, setAnchor] = useState<GridCell | null>(null)
  const [typing, setTyping] = useState<Typing>(null)
  const [isEvidenceOpen, setEvidenceOpen] = useState(false)
  const hasReason = lines.some((line) => line.kind === 'line' && line.row.approved !== null)
  const range = active && anchor ? rangeOf(active, anchor) : undefined

  const columns = useMemo(() => {
    const all = gridColumns({
      hasReason,
      isSelected: (line, key) => {
        const [rowIdx, idx] = [lines.indexOf(line), all.findIndex((column) => column.key === key)]
        return (
          range !== undefined &&
          rowIdx >= range.top &&
          rowIdx <= range.bottom &&
          idx >= range.left &&
          idx <= range.right
        )
      },
      keepsText: () => keepsText.current,
    })
    return all
  }, [hasReason, lines, range?.top, range?.bottom, range?.left, range?.right])
  const keys = columns.map(({ key }) => key)

  /** What came back is put right first, then what is missing. */
  const startWhereWorkIs = useEffectEvent(() => {
    const firstOf = (isWork: (line: EntryLine) => boolean) =>
      lines.findIndex((line) => line.kind === 'line' && isEditable(line, 'value') && isWork(line))
    const returned = firstOf(({ row }) => row.current?.state === 'returned')
    const first = returned >= 0 ? returned : firstOf(({ save }) => save === 'none')
    if (first >= 0) moveTo({ rowIdx: first, idx: keys.indexOf('value') })
  })
  useEffect(() => startWhereWorkIs(), [])

  function moveTo(cell: GridCell, extend = false) {
    setAnchor(extend ? (anchor ?? active ?? null) : null)
    keepsText.current = false
    grid.current?.setActivePosition(cell, { shouldFocus: true })
  }

  /** Does something with what is selected; the cell itself where nothing more is. */
  function withSelection<Result>(use: (selection: Selection) => Result): Result | undefined {
    return active && use({ lines, columns: keys, range: rangeOf(active, anchor) })
  }

  function move({ to, extend }: Extract<GridCommand, { type: 'move' }>, from: GridCell, close: () => void) {
    const next =
      to === 'up' || to === 'down'
        ? cellBelow(lines, from, to === 'up' ? -1 : 1)
        : to === 'left' || to === 'right'
          ? { ...from, idx: Math.min(keys.length - 1, Math.max(0, from.idx + (to === 'left' ? -1 : 1))) }
          : nextEditable(lines, keys, from, to === 'next' ? 1 : -1)
    if (!next) {
      close()
      return onLeave()
    }
    if (next.rowIdx === from.rowIdx && next.idx === from.idx) close()
    else moveTo(next, extend)
  }

  function handleKeyDown(args: CellKeyDownArgs<GridLine>, event: GridKeyEvent) {
    const { column, rowIdx } = args
    if (!column) return
    const mode: KeyMode = args.mode === 'ACTIVE' ? 'active' : keepsText.current ? 'editing' : 'typing'
    const command = commandOf(event.nativeEvent, mode)
    if (!command) {
      if (mode === 'active') keepsText.current = false
      return
    }
    event.preventGridDefault()
    const from = { rowIdx, idx: column.idx }
    const isBackOut = command.type === 'move' && command.to === 'back' && !nextEditable(lines, keys, from, -1)
    if (command.type === 'browser' || isBackOut) return
    event.preventDefault()
    const close = () => args.mode === 'EDIT' && args.onClose(true)
    switch (command.type) {
      case 'move':
        return move(command, from, close)
      case 'edit':
        keepsText.current = true
        return grid.current?.setActivePosition(from, { enableEditor: true })
      case 'submit':
        close()
        return onSubmit()
      case 'evidence':
        return setEvidenceOpen(true)
      case 'leave':
        return anchor ? setAnchor(null) : onLeave()
      default:
        return act(command.type)
    }
  }

  const navigate = useNavigate()

  function act(command: 'clear' | 'fillDown' | 'undo' | 'redo') {
    if (command === 'undo' || command === 'redo') return entry[command]()
    entry.edit(withSelection(command === 'clear' ? clearedCells : filledDown) ?? [])
  }

  function handleCopy(event: ClipboardEvent<HTMLDivElement>) {
    const text = isInEditor(event) ? undefined : withSelection(copiedBlock)
    if (text === undefined) return
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
  }

  function handlePaste(event: ClipboardEvent<HTMLDivElement>) {
    if (isInEditor(event)) return
    const text = event.clipboardData.getData('text/plain')
    if (namesItsRows(parseBlock(text))) {
      event.preventDefault()
      handTable(event.clipboardData)
      void navigate({
        to: '/don-vi/$unitCode/nhap-tu-excel',
        params: { unitCode: place.unitCode },
        search: { ky: place.period },
      })
      return
    }
    const placed = withSelection((selection) => pastedCells(text, selection))
    if (!placed) return
    event.preventDefault()
    entry.edit(placed.cells)
    const { cells, leftOver, blanks } = placed
    onNotice(
      [
        `Đã dán ${cells.length} ô.`,
        blanks > 0 && `${blanks} ô trống trong vùng dán giữ nguyên ô đang có.`,
        leftOver > 0 && `Bỏ qua ${leftOver} ô nằm ngoài chỗ nhập được.`,
      ]
        .filter(Boolean)
        .join(' '),
    )
  }

  function handleMouseDown({ rowIdx, column }: CellMouseArgs<GridLine>, { shiftKey }: React.MouseEvent) {
    keepsText.current = true
    setAnchor(shiftKey && active ? (anchor ?? active) : null)
    setActive({ rowIdx, idx: column.idx })
  }

  const line = active && lines[active.rowIdx]
  return (
    <TypingContext value={{ typing, setTyping }}>
      <DataGrid
        // The grid measures its columns once; another column needs another measure.
        key={columns.length}
        ref={grid}
        aria-label={label}
        className={`rdg-light ${styles.grid}`}
        columns={columns}
        rows={lines}
        rowKeyGetter={(row) => (row.kind === 'line' ? row.row.number : row.code)}
        rowHeight={(row) => (row.kind === 'line' ? lineHeight : groupHeight)}
        headerRowHeight={30}
        rowClass={(row) => (row.kind === 'group' ? styles.group : undefined)}
        enableVirtualization={false}
        onRowsChange={(rows, { indexes, column }) => {
          const field = column.key as EntryField
          entry.edit(
            indexes.flatMap((index) => {
              const [before, after] = [lines[index], rows[index]]
              if (before?.kind !== 'line' || after?.kind !== 'line') return []
              const text = after.text[field]
              return text === before.text[field] ? [] : [{ number: after.row.number, field, text }]
            }),
          )
        }}
        onActivePositionChange={({ rowIdx, column }) =>
          setActive(column && rowIdx >= 0 ? { rowIdx, idx: column.idx } : undefined)
        }
        onCellKeyDown={handleKeyDown}
        onCellMouseDown={handleMouseDown}
        onCellClick={({ column }) => column.key === 'files' && setEvidenceOpen(true)}
        onCellCopy={(_, event) => handleCopy(event)}
        onCellPaste={({ row }, event) => {
          handlePaste(event)
          return row
        }}
      />
      <LineDetail
        place={place}
        line={line?.kind === 'line' ? line : undefined}
        onEvidence={() => setEvidenceOpen(true)}
      />
      {isEvidenceOpen && line?.kind === 'line' && (
        <EvidenceDialog
          figure={{ unitCode: place.unitCode, number: line.row.number, period: place.period }}
          mayAdd={line.row.mayEnter}
          onClose={() => setEvidenceOpen(false)}
        />
      )}
    </TypingContext>
  )
}

type GridKeyEvent = React.KeyboardEvent<HTMLDivElement> & { preventGridDefault: () => void }

/** The clipboard of a cell that is being typed is the browser's own affair. */
function isInEditor({ target }: ClipboardEvent): boolean {
  return target instanceof HTMLInputElement
}
