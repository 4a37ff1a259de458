import { boundOf, isOfYear, outcomeLabels, yearEndWords } from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import { quarterText, valueText } from '../../lib/figures.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Reviewed, YearlyReview } from './queries.ts'
import { outcomeTones } from './wording.ts'
import styles from './yearly-review.module.css'

type ReviewTableProps = { review: YearlyReview; onPropose: ((item: Reviewed) => void) | undefined }

/** Every indicator with what the year asked of it and how it ended, in the groups of the plan. */
export function ReviewTable({ review, onPropose }: ReviewTableProps) {
  const { unit, year, isOver, plan, groups, items } = review
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Kết quả từng chỉ tiêu năm {year}</caption>
      <thead>
        <tr>
          <th scope="col">Số</th>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col" className={styles.figure}>
            Mục tiêu của năm
          </th>
          <th scope="col" className={styles.figure}>
            Kết quả
          </th>
          <th scope="col">Đánh giá</th>
          {onPropose && (
            <td>
              <span className="visually-hidden">Đề xuất</span>
            </td>
          )}
        </tr>
      </thead>
      {groups.map(({ code, name }) => {
        const ofGroup = items.filter(({ groupCode }) => groupCode === code)
        if (ofGroup.length === 0) return null
        return (
          <tbody key={code}>
            <tr className={styles.group}>
              <th scope="rowgroup" colSpan={onPropose ? 6 : 5}>
                {code}. {name}
              </th>
            </tr>
            {ofGroup.map((item) => (
              <ReviewRow
                key={item.number}
                item={item}
                isOwn={plan.source === 'reference' && item.target?.source === 'own'}
                unitCode={unit.code}
                year={year}
                isOver={isOver}
                onPropose={onPropose && (() => onPropose(item))}
              />
            ))}
          </tbody>
        )
      })}
    </table>
  )
}

type ReviewRowProps = {
  item: Reviewed
  /** Whether its target is the unit's own among those of a reference plan. */
  isOwn: boolean
  unitCode: string
  year: number
  isOver: boolean
  onPropose: (() => void) | undefined
}

function ReviewRow({ item, isOwn, unitCode, year, isOver, onPropose }: ReviewRowProps) {
  const { number, shortName, unitOfMeasure, value, period, comparator, target, outcome, flags } = item
  return (
    <tr>
      <td className={styles.number}>{number}</td>
      <td>
        <Link
          to="/don-vi/$unitCode/chi-tieu/$number"
          params={{ unitCode, number: String(number) }}
          search={{ ky: `${year}-Q4` }}
          preload={false}
        >
          {shortName}
        </Link>
      </td>
      <td className={styles.figure} data-label="Mục tiêu của năm">
        {target?.text ?? '-'}
        {isOwn && <span className={styles.note}>mục tiêu riêng</span>}
      </td>
      <td className={styles.figure} data-label="Kết quả">
        {value === null
          ? '-'
          : valueText({ value, comparator }, unitOfMeasure, target && boundOf(target, item.direction)?.bound)}
        {period && !isOfYear(period, year) && (
          <span className={styles.note}>số liệu {quarterText(period)}</span>
        )}
        {flags.includes('unverified') && <span className={styles.note}>chưa xác minh</span>}
      </td>
      <td className={styles.outcome}>
        <Badge tone={outcomeTones[outcome]}>{outcomeLabels[outcome]}</Badge>
        <span className={styles.note}>{yearEndWords(item, isOver)}</span>
      </td>
      {onPropose && (
        <td className={styles.action}>
          <button
            type="button"
            className="plain-button"
            aria-label={`Đề xuất sửa mục tiêu chỉ tiêu ${number}`}
            onClick={onPropose}
          >
            Đề xuất sửa
          </button>
        </td>
      )}
    </tr>
  )
}
