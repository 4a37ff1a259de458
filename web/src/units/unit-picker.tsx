import { type AdministrativeUnit, normalizeText, unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { capitalize } from '../lib/text.ts'
import { unitsQuery } from './queries.ts'
import styles from './unit-picker.module.css'

type UnitPickerProps = {
  /** What a unit is looked for to; stands in the empty field. */
  label?: string
  unit: AdministrativeUnit | undefined
  onPick: (unitCode: string) => void
}

/** Finds a unit by its name or a former commune's, typed with or without diacritics; arrows and Enter choose. */
export function UnitPicker({ label, unit, onPick }: UnitPickerProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  // Undefined while nobody types: the field then shows the unit of the page.
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(-1)
  // Who types fast presses Enter before the answer is there.
  const isEntered = useRef(false)
  const wanted = normalizeText(typed ?? '')
  const search = usePaused(wanted)
  const { data, isError, isPlaceholderData } = useQuery({ ...unitsQuery(search), enabled: isOpen })
  const isAnswer = wanted !== '' && search === wanted && data !== undefined && !isPlaceholderData
  // Those of the empty field are no answer to who types.
  const items = wanted !== '' && search === '' ? [] : (data?.items ?? [])
  const close = () => {
    setOpen(false)
    setTyped(undefined)
    setActive(-1)
    isEntered.current = false
  }
  const pick = (code: string) => {
    close()
    onPick(code)
  }
  const handleAnswer = useEffectEvent(([first]: readonly AdministrativeUnit[]) => {
    // The likeliest comes first, so Enter takes it.
    if (first && isEntered.current) pick(first.code)
    else setActive(first ? 0 : -1)
  })
  useEffect(() => {
    if (isAnswer) handleAnswer(data.items)
  }, [isAnswer, data])
  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  const handleKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      setOpen(true)
      if (items.length > 0)
        setActive((Math.max(active, step > 0 ? -1 : 0) + step + items.length) % items.length)
    } else if (event.key === 'Enter' && isOpen) {
      const chosen = items[active]
      if (typed && !isAnswer) isEntered.current = true
      else if (chosen) pick(chosen.code)
    } else if (event.key === 'Escape' && isOpen) close()
    else return
    // The list closes first, then the dialog that the field stands in.
    event.preventDefault()
  }

  return (
    <div className={styles.picker}>
      <input
        className={styles.input}
        role="combobox"
        aria-label={`${label ?? 'Đơn vị'}: gõ tên phường, xã để tìm`}
        aria-expanded={isOpen}
        aria-haspopup="listbox"
        aria-autocomplete="list"
        aria-controls={isOpen ? `${id}-list` : undefined}
        aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
        placeholder={label ?? 'Tìm phường, xã'}
        value={typed ?? (unit ? capitalize(unitTitle(unit)) : '')}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => {
          isEntered.current = false
          setTyped(currentTarget.value)
          setOpen(true)
          setActive(-1)
        }}
        onKeyDown={handleKey}
        onClick={() => setOpen(true)}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onBlur={close}
      />
      {isOpen && (
        <div className={styles.panel}>
          <div id={`${id}-list`} role="listbox" aria-label="Đơn vị tìm thấy" className={styles.list}>
            {items.map((item, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
              <div
                key={item.code}
                id={`${id}-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === active}
                data-here={item.code === unit?.code || undefined}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => pick(item.code)}
              >
                {unitTitle(item)}
                {item.formerNames.length > 0 && <span> - trước đây: {item.formerNames.join(', ')}</span>}
              </div>
            ))}
          </div>
          <p role="status">
            {isAnswer && items.length === 0 && 'Không có đơn vị nào tên như vậy. Thử gõ ít chữ hơn.'}
            {isError && 'Chưa tìm được: không kết nối được máy chủ.'}
          </p>
        </div>
      )}
    </div>
  )
}

/** The value once it has stood still for a moment, so that not every key asks the server. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), 180)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}
