import type { FigureKey } from '@moc57/shared'
import { useState } from 'react'
import { EvidenceDialog } from './evidence-dialog.tsx'
import { evidenceLabel } from './wording.ts'

type EvidenceButtonProps = { figure: FigureKey; count: number; mayAdd: boolean }

/** Opens the files of a figure; nothing where there are none and none may be added. */
export function EvidenceButton({ figure, count, mayAdd }: EvidenceButtonProps) {
  const [isOpen, setOpen] = useState(false)
  if (count === 0 && !mayAdd) return null
  return (
    <>
      <button type="button" className="plain-button" onClick={() => setOpen(true)}>
        {evidenceLabel(count)}
        <span className="visually-hidden"> chỉ tiêu {figure.number}</span>
      </button>
      {isOpen && <EvidenceDialog figure={figure} mayAdd={mayAdd} onClose={() => setOpen(false)} />}
    </>
  )
}
