import { type ClipboardEvent, useId, useState } from 'react'
import { pastedTable } from '../lib/pasted-table.ts'
import styles from './paste-field.module.css'

type PasteFieldProps = { label: string; isBusy: boolean; onPaste: (table: File) => void }

/** Takes a table that was copied in Word or Excel. */
export function PasteField({ label, isBusy, onPaste }: PasteFieldProps) {
  const id = useId()
  const [isRefused, setRefused] = useState(false)
  const handlePaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    event.preventDefault()
    const table = pastedTable(event.clipboardData)
    setRefused(!table)
    if (table) onPaste(table)
  }
  return (
    <div className={`stack tight ${styles.field}`}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        value=""
        placeholder="Bấm vào đây rồi nhấn Ctrl+V"
        disabled={isBusy}
        onChange={() => {}}
        onPaste={handlePaste}
      />
      <p role="status">
        {isRefused && 'Chưa thấy bảng trong vùng vừa chép. Hãy chép cả bảng, gồm dòng tiêu đề.'}
      </p>
    </div>
  )
}
