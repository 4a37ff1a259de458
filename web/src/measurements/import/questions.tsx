import { formatNumber, type ImportPreview, type ImportRow } from '@moc57/shared'
import { capitalize } from '../../lib/text.ts'
import { SelectField } from '../../ui/select-field.tsx'
import styles from './import-view.module.css'
import type { OnAnswer } from './preview-table.tsx'
import { placeOf } from './problem-summary.tsx'
import { askWords, figureText, fileWords } from './wording.ts'

type QuestionsProps = {
  rows: readonly ImportRow[]
  choices: ImportPreview['choices']
  onAnswer: OnAnswer
}

/** What the file leaves open, kind by kind; one answer may be given to all rows of a kind. */
export function Questions({ rows, choices, onAnswer }: QuestionsProps) {
  if (rows.length === 0) return null
  const kinds = [...Map.groupBy(rows, ({ asks }) => asks[0]?.question ?? 'indicator')]
  return (
    <section className={styles.questions} aria-labelledby="cau-hoi-cua-tep">
      <h3 id="cau-hoi-cua-tep">Cần trả lời ({formatNumber(rows.length)})</h3>
      <p>Dòng chưa trả lời thì không ghi.</p>
      {kinds.map(([kind, asked]) => (
        <Kind key={kind} title={askWords[kind]} rows={asked} choices={choices} onAnswer={onAnswer} />
      ))}
    </section>
  )
}

function Kind({ title, rows, choices, onAnswer }: QuestionsProps & { title: string }) {
  const likely = rows.filter(({ number }) => number !== null)
  return (
    <>
      <h4>
        {title} ({formatNumber(rows.length)}){' '}
        {likely.length > 1 && (
          <button
            type="button"
            className="button"
            onClick={() => onAnswer(Object.fromEntries(likely.map(({ row, number }) => [row, number])))}
          >
            Lấy cả {formatNumber(likely.length)} dòng
          </button>
        )}
      </h4>
      <ul aria-label={title}>
        {rows.map((row) => (
          <li key={row.row} id={placeOf(row)} tabIndex={-1}>
            <Question row={row} choices={choices} onAnswer={onAnswer} />
          </li>
        ))}
      </ul>
    </>
  )
}

type QuestionProps = { row: ImportRow; choices: ImportPreview['choices']; onAnswer: OnAnswer }

function Question({ row, choices, onAnswer }: QuestionProps) {
  const { number, name, nameInFile, cell, shown, after, unit, unitOfMeasure, asks } = row
  const place = `${unit ? `${capitalize(unit.name)}, ` : ''}ô ${cell}`
  return (
    <>
      <p>
        <b>{place}:</b>{' '}
        {number === null
          ? `“${nameInFile}”: ${shown}`
          : `${number}. ${name}: ${figureText(after, unitOfMeasure)}`}
      </p>
      {fileWords(row) && <p className={styles.words}>{fileWords(row)}</p>}
      {asks.map(({ question, detail }) => (
        <p key={question}>{detail}</p>
      ))}
      {number === null ? (
        <SelectField
          label={`Chỉ tiêu của dòng ${row.row}`}
          value=""
          options={[
            { value: '', label: 'Bỏ qua dòng này' },
            ...choices.map((choice) => ({
              value: String(choice.number),
              label: `${choice.number}. ${choice.name}`,
            })),
          ]}
          onChange={(picked) => picked && onAnswer({ [row.row]: Number(picked) })}
        />
      ) : (
        <button
          type="button"
          className="button"
          aria-label={`Lấy dòng ${row.row}: ${number}. ${name}`}
          onClick={() => onAnswer({ [row.row]: number })}
        >
          Lấy
        </button>
      )}
    </>
  )
}
