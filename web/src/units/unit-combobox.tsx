import { Combobox, createTheme, MantineProvider, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type AdministrativeUnit, normalizeText, unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import {
  type ComponentProps,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { unitsQuery } from './queries.ts'
import '@mantine/core/styles/Combobox.css'
import '@mantine/core/styles/Popover.css'
import styles from './unit-combobox.module.css'

type UnitComboboxProps = {
  unit: AdministrativeUnit | undefined
  onPick: (unitCode: string) => void
  /** The field as it stands before anybody types. */
  field: ComponentProps<'input'> & { value: string }
  /** What was typed, and whether the list was asked for, while this was being loaded. */
  startText: string | undefined
  startOpen: boolean
  /** Whether the plain field that this one replaces has the focus: who has gone on is not called back. */
  hasFocus: RefObject<boolean>
}

const theme = createTheme({ fontFamily: 'var(--font)', defaultRadius: 4, cursorType: 'pointer' })

/** The field with its list. Its library is used nowhere else, so it stands here with all that it needs. */
export function UnitCombobox(props: UnitComboboxProps) {
  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      <FieldWithList {...props} />
    </MantineProvider>
  )
}

function FieldWithList({ unit, onPick, field, startText, startOpen, hasFocus }: UnitComboboxProps) {
  // Undefined while nobody types: the field then shows the unit of the page.
  const [typed, setTyped] = useState(startText)
  const combobox = useCombobox({
    defaultOpened: startOpen || startText !== undefined,
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setTyped(undefined)
    },
  })
  const [search] = useDebouncedValue(normalizeText(typed ?? ''), 180)
  const found = useQuery({ ...unitsQuery(search), enabled: combobox.dropdownOpened })
  const { data, isError } = found
  const isAnswer =
    search !== '' && search === normalizeText(typed ?? '') && data !== undefined && !found.isPlaceholderData
  const pick = (code: string) => {
    onPick(code)
    combobox.closeDropdown()
  }
  // Who types fast presses Enter before the answer is there.
  const isEntered = useRef(false)
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (hasFocus.current) input.current?.focus()
  }, [hasFocus])
  const handleAnswer = useEffectEvent((items: readonly AdministrativeUnit[]) => {
    const [first] = items
    if (!first) return
    // The likeliest comes first, so Enter takes it.
    if (isEntered.current) pick(first.code)
    else combobox.selectFirstOption()
    isEntered.current = false
  })
  useEffect(() => {
    if (isAnswer) handleAnswer(data.items)
  }, [isAnswer, data])

  return (
    <Combobox
      store={combobox}
      position="bottom-start"
      width="max(100%, 20rem)"
      offset={4}
      withinPortal={false}
      onOptionSubmit={pick}
    >
      <Combobox.Target withExpandedAttribute>
        <input
          {...field}
          ref={input}
          value={typed ?? field.value}
          // Mantine puts its own handler in the place of onKeyDown.
          onKeyDownCapture={(event) => {
            if (event.key === 'Enter' && typed && !isAnswer) isEntered.current = true
            // The list closes first, then the dialog that the field stands in.
            if (event.key === 'Escape' && combobox.dropdownOpened) event.preventDefault()
          }}
          onChange={(event) => {
            isEntered.current = false
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
            combobox.resetSelectedOption()
          }}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => startText === undefined && event.currentTarget.select()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown className={styles.dropdown}>
        <Combobox.Options className={styles.options} aria-label="Đơn vị tìm thấy">
          {data?.items.map((item) => (
            <Combobox.Option
              key={item.code}
              value={item.code}
              className={styles.option}
              active={item.code === unit?.code}
            >
              {unitTitle(item)}
              {item.formerNames.length > 0 && (
                <span className={`soft ${styles.former}`}> - trước đây: {item.formerNames.join(', ')}</span>
              )}
            </Combobox.Option>
          ))}
          {data?.items.length === 0 && (
            <Combobox.Empty className={styles.empty}>
              Không có đơn vị nào tên như vậy. Thử gõ ít chữ hơn.
            </Combobox.Empty>
          )}
          {isError && (
            <Combobox.Empty className={styles.empty}>
              Chưa tìm được: không kết nối được máy chủ.
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
