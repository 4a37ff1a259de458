import {
  codesOf,
  type Direction,
  directionLabels,
  type IndicatorGroup,
  normalizeText,
  OwnIndicator,
  parseTarget,
  parseVietnameseNumber,
  proposedDirection,
  type ReportingFrequency,
} from '@moc57/shared'
import { longest } from '@moc57/shared/api'
import { useId, useState } from 'react'
import { FormDialog } from '../ui/dialog.tsx'
import { ChoiceField, TextField } from '../ui/field.tsx'
import styles from './dialogs.module.css'
import { readingText } from './target-reading.ts'

type IndicatorDialogProps = {
  groups: readonly IndicatorGroup[]
  years: readonly number[]
  onAdd: (indicator: OwnIndicator) => void
  onClose: () => void
}

const unitsOfMeasure = ['%', 'tổ', 'người', 'dịch vụ', 'hệ thống', 'mô hình', 'lớp', 'triệu đồng']

const frequencyLabels: Record<ReportingFrequency, string> = { quarterly: 'Hằng quý', yearly: 'Hằng năm' }

const empty = {
  name: '',
  shortName: '',
  unitOfMeasure: '',
  naturalMaximum: '',
  numerator: '',
  denominator: '',
  deliverable: '',
}

/** A target as a plan may print it, not broken over a line. */
function exampleOf(unitOfMeasure: string, direction: Direction): string {
  if (unitOfMeasure !== '%') return `26\u00a0${unitOfMeasure}`
  return direction === 'increase' ? '≥\u00a080%' : '≤\u00a05%'
}

/** An indicator that only this unit follows: what it counts, in what, and its targets. */
export function IndicatorDialog({ groups, years, onAdd, onClose }: IndicatorDialogProps) {
  const [fields, setFields] = useState(empty)
  const [groupCode, setGroupCode] = useState(groups.at(-1)?.code ?? '')
  const [chosenDirection, setDirection] = useState<Direction | null>(null)
  const [frequency, setFrequency] = useState<ReportingFrequency>('quarterly')
  const [targets, setTargets] = useState<Record<number, string>>({})
  const [problems, setProblems] = useState<Record<string, string>>({})
  const suggestionsId = useId()
  const unitOfMeasure = normalizeText(fields.unitOfMeasure)
  const isShare = unitOfMeasure === '%'
  const direction = chosenDirection ?? proposedDirection(fields.name)
  const typedMaximum = normalizeText(fields.naturalMaximum)
  const maximum = typedMaximum === '' ? (isShare ? 100 : null) : parseVietnameseNumber(typedMaximum)
  const naturalMaximum = typeof maximum === 'number' ? maximum : null

  const measured = { unitOfMeasure: unitOfMeasure || '%', naturalMaximum, direction }

  const field = (name: keyof typeof empty) => ({
    value: fields[name],
    error: problems[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      setFields((given) => ({ ...given, [name]: value })),
  })
  const handleSubmit = () => {
    const parsed = OwnIndicator.safeParse({
      ...fields,
      shortName: normalizeText(fields.shortName) || fields.name,
      numerator: isShare ? fields.numerator || null : null,
      denominator: isShare ? fields.denominator || null : null,
      deliverable: fields.deliverable || null,
      groupCode,
      direction,
      frequency,
      naturalMaximum,
      targets: years.flatMap((milestone) => {
        const text = normalizeText(targets[milestone] ?? '')
        return text === '' ? [] : [{ milestone, text }]
      }),
    })
    const found = Object.fromEntries(
      (parsed.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]),
    )
    if (found.shortName && fields.shortName === '') {
      found.shortName =
        fields.name === '' ? '' : `Tên dài: hãy ghi tên ngắn, tối đa ${longest.shortName} ký tự`
    }
    if (typedMaximum !== '' && typeof maximum !== 'number') {
      found.naturalMaximum = 'Ghi một số, ví dụ 26 hoặc 1250; để trống nếu không có mức tối đa'
    }
    const wrong = Object.fromEntries(Object.entries(found).filter(([, message]) => message !== ''))
    setProblems(wrong)
    if (parsed.success && Object.keys(wrong).length === 0) onAdd(parsed.data)
  }

  return (
    <FormDialog
      title="Thêm chỉ tiêu riêng"
      submitLabel="Đưa vào kế hoạch"
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <div className="stack">
        <TextField
          label="Tên chỉ tiêu, ghi như trong kế hoạch"
          maxLength={longest.title}
          {...field('name')}
        />
        <TextField
          label="Tên ngắn"
          maxLength={longest.shortName}
          hint="Hiện trên danh sách và biểu đồ; để trống thì dùng tên đầy đủ."
          {...field('shortName')}
        />
        <ChoiceField
          label="Nhóm"
          value={groupCode}
          options={groups.map(({ code, name }) => ({ value: code, label: `${code}. ${name}` }))}
          onChange={setGroupCode}
        />
        <ChoiceField
          label={chosenDirection ? 'Chiều tốt lên' : 'Chiều tốt lên (đề xuất theo tên, hãy kiểm tra)'}
          value={direction}
          options={codesOf(directionLabels).map((value) => ({ value, label: directionLabels[value] }))}
          onChange={(value) => setDirection(value as Direction)}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label="Đơn vị tính"
          list={suggestionsId}
          maxLength={longest.unitOfMeasure}
          autoComplete="off"
          hint="%, tổ, người, dịch vụ…"
          {...field('unitOfMeasure')}
        />
        <datalist id={suggestionsId}>
          {unitsOfMeasure.map((unit) => (
            <option key={unit} value={unit} />
          ))}
        </datalist>
        <TextField
          label="Mức tối đa"
          inputMode="decimal"
          autoComplete="off"
          hint={isShare ? 'Để trống là 100%.' : 'Số lớn nhất có thể có, ví dụ 26 tổ; để trống nếu không có.'}
          {...field('naturalMaximum')}
        />
      </div>
      {isShare && (
        <div className={styles.pair}>
          <TextField
            label="Tử số"
            maxLength={longest.planEntry}
            hint="Ví dụ: số hồ sơ giải quyết trễ hạn"
            {...field('numerator')}
          />
          <TextField
            label="Mẫu số"
            maxLength={longest.planEntry}
            hint="Ví dụ: tổng số hồ sơ đã giải quyết"
            {...field('denominator')}
          />
        </div>
      )}
      <div className={styles.pair}>
        <ChoiceField
          label="Báo cáo"
          value={frequency}
          options={codesOf(frequencyLabels).map((value) => ({ value, label: frequencyLabels[value] }))}
          onChange={(value) => setFrequency(value as ReportingFrequency)}
        />
        <TextField
          label="Sản phẩm đầu ra"
          maxLength={longest.planEntry}
          hint="Không bắt buộc"
          {...field('deliverable')}
        />
      </div>
      <fieldset className={`box ${styles.targets}`}>
        <legend>Mục tiêu đến hết năm</legend>
        <p className="soft">
          Ghi như trong kế hoạch, kèm đơn vị tính:{' '}
          {exampleOf(isShare || unitOfMeasure === '' ? '%' : unitOfMeasure, direction)}.
        </p>
        {years.map((year) => {
          const text = targets[year] ?? ''
          return (
            <TextField
              key={year}
              label={String(year)}
              maxLength={longest.target}
              autoComplete="off"
              value={text}
              {...(text.trim() && {
                hint: readingText(parseTarget(text, measured), measured),
              })}
              onChange={({ currentTarget: { value } }) =>
                setTargets((given) => ({ ...given, [year]: value }))
              }
            />
          )
        })}
      </fieldset>
    </FormDialog>
  )
}
