import { formatValue, quarterLabel } from '@moc57/shared'
import { createContext, use, useEffect, useState } from 'react'
import type { RenderCellProps, RenderEditCellProps } from 'react-data-grid'
import styles from './entry-grid.module.css'
import type { EntryLine, GridLine } from './entry-lines.ts'
import {
  aboveWord,
  computedValue,
  type EntryField,
  type RowText,
  shownNumber,
  withField,
} from './row-text.ts'
import { RowNeeds, SaveMark } from './save-mark.tsx'
import { fieldLabels, questionsText, troublesOf } from './wording.ts'

/** The row that is being typed, so that its value is computed while its counts are. */
export type Typing = { number: number; text: RowText } | null
export const TypingContext = createContext<{ typing: Typing; setTyping: (typing: Typing) => void }>({
  typing: null,
  setTyping: () => undefined,
})

type CellProps = RenderCellProps<GridLine>

export function NumberCell({ row }: CellProps) {
  return row.kind === 'line' ? row.row.number : <GroupHeading group={row} />
}

function GroupHeading({ group }: { group: Extract<GridLine, { kind: 'group' }> }) {
  return (
    <span className={styles.groupName}>
      {group.code}. {group.name} <small>{group.count} chỉ tiêu</small>
    </span>
  )
}

export function NameCell({ row }: CellProps) {
  if (row.kind === 'group') return null
  const { name, shortName, target } = row.row
  return (
    <span className={styles.name} title={name}>
      <span>{shortName}</span>
      <small>{target ? `Mốc ${target.milestone}: ${target.text}` : 'Không đặt chỉ tiêu'}</small>
    </span>
  )
}

export function PreviousCell({ row }: CellProps) {
  if (row.kind === 'group' || !row.row.previous) return null
  const { value, period } = row.row.previous
  return (
    <span className={styles.previous}>
      <span>{formatValue(value, row.row.unitOfMeasure)}</span>
      <small>{quarterLabel(period)}</small>
    </span>
  )
}

export function ValueCell({ row }: CellProps) {
  const { typing } = use(TypingContext)
  if (row.kind === 'group') return null
  const text = typing?.number === row.row.number ? typing.text : row.text
  const computed = text.value === '' ? computedValue(text) : undefined
  return (
    <span className={computed === undefined ? undefined : styles.computed}>
      {computed ?? shownNumber(text.value, row.row)}
      {(computed ?? text.value) !== '' && <small> {row.row.unitOfMeasure}</small>}
    </span>
  )
}

export function CountCell({ row, column }: CellProps) {
  if (row.kind === 'group') return null
  return shownNumber(row.text[column.key as EntryField], row.row)
}

export function ComparatorCell({ row }: CellProps) {
  if (row.kind === 'group') return null
  if (row.text.comparator === aboveWord) return aboveWord
  return row.text.value !== '' || row.text.numerator !== '' ? '=' : null
}

export function TextCell({ row, column }: CellProps) {
  if (row.kind === 'group') return null
  const text = row.text[column.key as EntryField]
  return <span title={text || undefined}>{text}</span>
}

/** How many files stand behind the figure; a plus where the first one may be added. */
export function FilesCell({ row }: CellProps) {
  if (row.kind === 'group') return null
  const { evidence, mayEnter } = row.row
  if (evidence > 0) return <span title={`${evidence} tệp minh chứng`}>{evidence}</span>
  return mayEnter ? <small aria-hidden="true">+</small> : null
}

export function StateCell({ row }: CellProps) {
  if (row.kind === 'group') return null
  return (
    <span
      className={styles.state}
      title={[troublesOf(row), questionsText(row)].join(' ').trim() || undefined}
    >
      <SaveMark line={row} />
      <RowNeeds line={row} />
    </span>
  )
}

/** Typing replaces what stands in the cell; F2 and a double click go on from it. */
export function CellEditor(props: RenderEditCellProps<GridLine> & { keepsText: boolean }) {
  const { row } = props
  return row.kind === 'line' ? <LineEditor {...props} line={row} /> : null
}

function LineEditor({
  line,
  column,
  onRowChange,
  onClose,
  keepsText,
}: RenderEditCellProps<GridLine> & { line: EntryLine; keepsText: boolean }) {
  const field = column.key as EntryField
  const { setTyping } = use(TypingContext)
  // A cell whose value is computed from its counts starts empty: what is typed here replaces them.
  const [start] = useState(line.text)
  useEffect(() => () => setTyping(null), [setTyping])
  return (
    <input
      className={styles.editor}
      data-numeric={field === 'value' || field === 'numerator' || field === 'denominator' || undefined}
      aria-label={`${fieldLabels[field]}, chỉ tiêu ${line.row.number}`}
      autoComplete="off"
      spellCheck={false}
      ref={(input) => {
        if (!input || document.activeElement === input) return
        input.focus()
        if (!keepsText) input.select()
      }}
      value={line.text[field]}
      onChange={(event) => {
        const typed = event.currentTarget.value
        onRowChange({ ...line, text: { ...line.text, [field]: typed } })
        setTyping({ number: line.row.number, text: withField(start, field, typed, line.row) })
      }}
      onBlur={() => onClose(true, false)}
    />
  )
}
