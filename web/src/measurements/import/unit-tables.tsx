import type { ImportRow } from '@moc57/shared'
import { useState } from 'react'
import { capitalize } from '../../lib/text.ts'
import styles from './preview-table.module.css'
import { type OnAnswer, PreviewTable } from './preview-table.tsx'

type UnitTablesProps = { label: string; rows: readonly ImportRow[]; onAnswer?: OnAnswer | undefined }

/** So few units are all open at once. */
const mostOpen = 3

/** The rows of a file of many units, one unit below the other; thousands of rows are not drawn before they are asked for. */
export function UnitTables({ label, rows, onAnswer }: UnitTablesProps) {
  const units = [...Map.groupBy(rows, ({ unit }) => unit?.code)]
  return (
    <div>
      {units.map(([code, ofUnit]) => (
        <UnitTable
          key={code ?? ''}
          label={label}
          rows={ofUnit}
          startsOpen={units.length <= mostOpen}
          onAnswer={onAnswer}
        />
      ))}
    </div>
  )
}

/** How many units the rows are of. */
export function unitsOf(rows: readonly ImportRow[]): number {
  return new Set(rows.map(({ unit }) => unit?.code)).size
}

function UnitTable({ label, rows, startsOpen, onAnswer }: UnitTablesProps & { startsOpen: boolean }) {
  const [isOpen, setOpen] = useState(startsOpen)
  const unit = rows[0]?.unit
  const name = unit ? capitalize(unit.name) : 'Dòng không rõ đơn vị'
  return (
    <details
      className={styles.unit}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {name}: {rows.length} ô
      </summary>
      {isOpen && <PreviewTable label={`${label}, ${name}`} rows={rows} onAnswer={onAnswer} />}
    </details>
  )
}
