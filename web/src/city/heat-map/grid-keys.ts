import type { KeyboardEvent } from 'react'

const cellOf = (grid: Element, row: number, column: number) =>
  grid.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)

/** How far a key goes, in rows and columns; undefined for a key that does not move. */
function stepOf(
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { row, column }: { row: number; column: number },
  last: { row: number; column: number },
): { row: number; column: number } | undefined {
  const page = 20
  const within = (value: number, most: number) => Math.max(0, Math.min(most, value))
  switch (key) {
    case 'ArrowUp':
      return { row: within(row - 1, last.row), column }
    case 'ArrowDown':
      return { row: within(row + 1, last.row), column }
    case 'ArrowLeft':
      return { row, column: within(column - 1, last.column) }
    case 'ArrowRight':
      return { row, column: within(column + 1, last.column) }
    case 'PageUp':
      return { row: within(row - page, last.row), column }
    case 'PageDown':
      return { row: within(row + page, last.row), column }
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 }
    case 'End':
      return { row: ctrlKey ? last.row : row, column: last.column }
    default:
      return undefined
  }
}

/** Arrows, Home, End and pages move the focus from cell to cell, as the grid pattern of WAI-ARIA has it. */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  const { row, column } = (event.target as HTMLElement).dataset
  const cells = event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')
  const end = cells.item(cells.length - 1)?.dataset
  if (row === undefined || column === undefined || !end) return
  const last = { row: Number(end.row), column: Number(end.column) }
  const next = stepOf(event, { row: Number(row), column: Number(column) }, last)
  if (!next) return
  event.preventDefault()
  cellOf(event.currentTarget, next.row, next.column)?.focus()
}

/** The cell that was focused last is the one that Tab comes back to. */
export function takeFocus(target: EventTarget): void {
  const cell = target as HTMLElement
  if (cell.dataset.row === undefined) return
  for (const other of cell.closest('[role="grid"]')?.querySelectorAll('a[tabindex="0"]') ?? []) {
    if (other !== cell) other.setAttribute('tabindex', '-1')
  }
  cell.setAttribute('tabindex', '0')
}
