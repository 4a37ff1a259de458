import { formatMoney, moneyProblems, parseMoney } from '@moc57/shared'
import { useState } from 'react'
import { TextField } from './field.tsx'

type MoneyFieldProps = { name: string; label: string; initial: number | null }

/** An amount of money as offices type it; how it is read stands below while it is typed. */
export function MoneyField({ name, label, initial }: MoneyFieldProps) {
  const [text, setText] = useState(initial === null ? '' : formatMoney(initial).replace(' đồng', ''))
  const read = text.trim() === '' ? undefined : parseMoney(text)
  return (
    <TextField
      name={name}
      label={label}
      inputMode="text"
      autoComplete="off"
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      hint={
        read === undefined
          ? 'Viết như 1.250.000.000 hoặc 1.250 triệu; bỏ trống nếu chưa có số.'
          : typeof read === 'number'
            ? `= ${formatMoney(read)}`
            : moneyProblems[read]
      }
    />
  )
}
