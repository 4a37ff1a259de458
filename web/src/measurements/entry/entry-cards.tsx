import { formatValue } from '@moc57/shared'
import { type KeyboardEvent, useState } from 'react'
import { EvidenceButton } from '../evidence/evidence-button.tsx'
import { RevisionsButton } from '../revisions/revisions-button.tsx'
import styles from './entry-cards.module.css'
import type { EntryLine, GridLine } from './entry-lines.ts'
import type { QuarterOfAccount } from './quarter-of-account.ts'
import { aboveWord, computedValue, type EntryField, shownNumber } from './row-text.ts'
import { RowNeeds, SaveMark } from './save-mark.tsx'
import type { Entry } from './use-entry.ts'
import { fieldLabels } from './wording.ts'

type EntryCardsProps = {
  place: QuarterOfAccount
  label: string
  lines: readonly GridLine[]
  onEdit: Entry['edit']
}

/** The quarter on a phone: one indicator below the other, the value at hand, the rest one tap away. */
export function EntryCards({ place, label, lines, onEdit }: EntryCardsProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {lines.map((line) =>
        line.kind === 'group' ? (
          <li key={line.code} className={styles.group}>
            <h2>
              {line.code}. {line.name}
            </h2>
          </li>
        ) : (
          <EntryCard key={line.row.number} place={place} line={line} onEdit={onEdit} />
        ),
      )}
    </ul>
  )
}

type EntryCardProps = { place: QuarterOfAccount; line: EntryLine; onEdit: Entry['edit'] }

function EntryCard({ place: { unitCode, period }, line, onEdit }: EntryCardProps) {
  const { row, text, fields } = line
  const computed = text.value === '' ? computedValue(text) : undefined
  const rest = fields.filter((field) => field !== 'value' && field !== 'comparator')
  const field = (name: EntryField) => (
    <CardField
      key={name}
      line={line}
      field={name}
      onEdit={(typed) => onEdit([{ number: row.number, field: name, text: typed }])}
    />
  )
  return (
    <li className={styles.card}>
      <h3>
        {row.number}. {row.shortName}
      </h3>
      <p className="note">
        {row.target ? `Mốc ${row.target.milestone}: ${row.target.text}` : 'Không đặt chỉ tiêu'}
        {row.previous && ` · Kỳ trước: ${formatValue(row.previous.value, row.unitOfMeasure)}`}
      </p>
      <div className={styles.main}>
        {fields.includes('value') ? (
          field('value')
        ) : (
          <b>{(computed ?? shownNumber(text.value, row)) || 'Chưa có số liệu'}</b>
        )}
        <span className="note">
          {row.unitOfMeasure}
          {computed !== undefined && fields.includes('value') && ` = ${computed}`}
        </span>
        <SaveMark line={line} />
      </div>
      <RowNeeds line={line} />
      <div className={styles.looks}>
        <EvidenceButton
          figure={{ unitCode, number: row.number, period }}
          count={row.evidence}
          mayAdd={row.mayEnter}
        />
        {row.current && (
          <RevisionsButton unitCode={unitCode} number={row.number} period={period}>
            Lịch sử<span className="visually-hidden"> chỉ tiêu {row.number}</span>
          </RevisionsButton>
        )}
      </div>
      {rest.length > 0 && (
        <details open={text.numerator !== '' || line.errors.reason !== undefined || undefined}>
          <summary>{rest.map((name) => fieldLabels[name].toLocaleLowerCase('vi')).join(', ')}</summary>
          <div className={styles.rest}>
            {rest.map(field)}
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={text.comparator === aboveWord}
                onChange={({ currentTarget }) =>
                  onEdit([
                    { number: row.number, field: 'comparator', text: currentTarget.checked ? aboveWord : '' },
                  ])
                }
              />
              Nguồn chỉ ghi “trên” mức này
            </label>
          </div>
        </details>
      )}
    </li>
  )
}

type CardFieldProps = { line: EntryLine; field: EntryField; onEdit: (typed: string) => void }

function CardField({ line, field, onEdit }: CardFieldProps) {
  // Undefined while nobody types: the field then shows the row.
  const [typed, setTyped] = useState<string>()
  const isNumber = field === 'value' || field === 'numerator' || field === 'denominator'
  const label = `${fieldLabels[field]}, chỉ tiêu ${line.row.number}`
  const commit = () => {
    if (typed !== undefined && typed !== line.text[field]) onEdit(typed)
    setTyped(undefined)
  }
  return (
    <label className={`stack tight ${styles.field}`} data-field={field}>
      {field !== 'value' && <span>{fieldLabels[field]}</span>}
      <input
        aria-label={label}
        aria-invalid={line.errors[field] !== undefined}
        inputMode={isNumber ? 'decimal' : 'text'}
        enterKeyHint="next"
        autoComplete="off"
        value={typed ?? line.text[field]}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={goToNext}
      />
    </label>
  )
}

/** The keyboard's own "next" key: on to the same field of the next indicator. */
function goToNext(event: KeyboardEvent<HTMLInputElement>) {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  const input = event.currentTarget
  const field = input.closest('label')?.dataset.field
  const all = [
    ...(input.closest('ul')?.querySelectorAll<HTMLInputElement>(`[data-field="${field}"] input`) ?? []),
  ]
  const next = all.slice(all.indexOf(input) + 1).find((other) => other.checkVisibility())
  if (next) next.focus()
  else input.blur()
}
