import type { Column } from 'react-data-grid'
import styles from './entry-grid.module.css'
import type { GridLine } from './entry-lines.ts'
import {
  CellEditor,
  ComparatorCell,
  CountCell,
  FilesCell,
  NameCell,
  NumberCell,
  PreviousCell,
  StateCell,
  TextCell,
  ValueCell,
} from './grid-cells.tsx'
import { isEditable } from './grid-moves.ts'
import { type EntryField, entryFields } from './row-text.ts'
import { fieldLabels } from './wording.ts'

type GridColumn = Column<GridLine>

type ColumnOptions = {
  /** Whether any row corrects an approved value. */
  hasReason: boolean
  isSelected: (line: GridLine, column: string) => boolean
  /** Whether the editor that opens goes on from the text of the cell. */
  keepsText: () => boolean
}

/** The columns of the grid, in the order of entry. */
export function gridColumns({ hasReason, isSelected, keepsText }: ColumnOptions): GridColumn[] {
  const cellClass = (key: string, own?: string | undefined) => (line: GridLine) =>
    [
      own,
      isSelected(line, key) && styles.selected,
      isEditable(line, key) ? styles.editable : styles.fixed,
      line.kind === 'line' &&
        line.errors[key as EntryField] &&
        (line.save === 'incomplete' ? styles.wanted : styles.wrong),
    ]
      .filter(Boolean)
      .join(' ')
  const readOnly = (key: string, column: Omit<GridColumn, 'key'>, own?: string): GridColumn => ({
    ...column,
    key,
    cellClass: cellClass(key, own),
  })
  const entered = (field: EntryField): GridColumn => ({
    ...fieldColumns[field],
    key: field,
    name: columnNames[field] ?? fieldLabels[field],
    ...(isNumeric(field) && { headerCellClass: styles.right }),
    cellClass: cellClass(field, isNumeric(field) ? styles.right : undefined),
    editable: (line) => isEditable(line, field),
    renderEditCell: (props) => <CellEditor {...props} keepsText={keepsText()} />,
    // A row that was saved while its next cell is being typed must not close the editor.
    editorOptions: { closeOnExternalRowChange: false },
  })
  const fields = entryFields.filter((field) => field !== 'reason' || hasReason)
  const all = 5 + fields.length
  return [
    {
      ...readOnly('number', { name: 'Số', width: 44, minWidth: 44, renderCell: NumberCell }, styles.number),
      colSpan: (cell) => (cell.type === 'ROW' && cell.row.kind === 'group' ? all : undefined),
    },
    readOnly('name', { name: 'Chỉ tiêu', width: 'minmax(210px, 3fr)', renderCell: NameCell }),
    readOnly(
      'previous',
      { name: 'Kỳ trước', width: 88, headerCellClass: styles.right ?? null, renderCell: PreviousCell },
      styles.right,
    ),
    ...fields.map(entered),
    readOnly(
      'files',
      { name: 'Tệp', width: 46, headerCellClass: styles.files ?? null, renderCell: FilesCell },
      styles.files,
    ),
    readOnly('state', { name: 'Trạng thái ô', width: 'minmax(150px, 1.4fr)', renderCell: StateCell }),
  ]
}

/** A heading that fits its column. */
const columnNames: Partial<Record<EntryField, string>> = { value: 'Giá trị kỳ này', reason: 'Lý do' }

const fieldColumns: Record<EntryField, Pick<GridColumn, 'width' | 'renderCell'>> = {
  value: { width: 104, renderCell: ValueCell },
  numerator: { width: 86, renderCell: CountCell },
  denominator: { width: 86, renderCell: CountCell },
  comparator: { width: 70, renderCell: ComparatorCell },
  source: { width: 'minmax(100px, 1fr)', renderCell: TextCell },
  note: { width: 'minmax(100px, 1fr)', renderCell: TextCell },
  reason: { width: 'minmax(100px, 1fr)', renderCell: TextCell },
}

function isNumeric(field: EntryField): boolean {
  return field === 'value' || field === 'numerator' || field === 'denominator'
}
