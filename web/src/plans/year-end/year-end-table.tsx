import { boundOf, isOfYear, outcomeLabels, yearEndWords } from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import { quarterText, valueText } from '../../lib/figures.ts'
import { Badge } from '../../ui/badge.tsx'
import { Table } from '../../ui/table.tsx'
import type { YearEndAnswer, YearEndItem } from './queries.ts'
import { outcomeTones } from './wording.ts'

type YearEndTableProps = { yearEnd: YearEndAnswer; onPropose: ((item: YearEndItem) => void) | undefined }

/** Every indicator with what the year asked of it and how it ended, in the groups of the plan. */
export function YearEndTable({ yearEnd, onPropose }: YearEndTableProps) {
  const { unit, year, isOver, plan, groups, items } = yearEnd
  const isOwn = ({ target }: YearEndItem) => plan.source === 'reference' && target?.source === 'own'
  return (
    <Table
      caption={`Kết quả từng chỉ tiêu năm ${year}`}
      groups={groups
        .map(({ code, name }) => ({
          key: code,
          title: `${code}. ${name}`,
          rows: items.filter(({ groupCode }) => groupCode === code),
        }))
        .filter(({ rows }) => rows.length > 0)}
      rowKey={({ number }) => number}
      columns={[
        { title: 'Số', kind: 'number', label: null, cell: ({ number }) => number },
        {
          title: 'Chỉ tiêu',
          kind: 'name',
          cell: ({ number, shortName }) => (
            <Link
              to="/don-vi/$unitCode/chi-tieu/$number"
              params={{ unitCode: unit.code, number: String(number) }}
              search={{ ky: `${year}-Q4` }}
              preload={false}
            >
              {shortName}
            </Link>
          ),
        },
        {
          title: 'Mục tiêu của năm',
          kind: 'number',
          cell: (item) => (
            <>
              {item.target?.text ?? '-'} {isOwn(item) && <span className="detail">mục tiêu riêng</span>}
            </>
          ),
        },
        { title: 'Kết quả', kind: 'number', cell: (item) => <Result item={item} year={year} /> },
        {
          title: 'Đánh giá',
          label: null,
          cell: (item) => (
            <>
              <Badge tone={outcomeTones[item.outcome]}>{outcomeLabels[item.outcome]}</Badge>{' '}
              <span className="note">{yearEndWords(item, isOver)}</span>
            </>
          ),
        },
        onPropose && {
          title: 'Đề xuất',
          hideTitle: true,
          kind: 'actions',
          cell: (item) => (
            <button
              type="button"
              className="plain-button"
              aria-label={`Đề xuất sửa mục tiêu chỉ tiêu ${item.number}`}
              onClick={() => onPropose(item)}
            >
              Đề xuất sửa
            </button>
          ),
        },
      ]}
    />
  )
}

function Result({ item, year }: { item: YearEndItem; year: number }) {
  const { value, comparator, unitOfMeasure, target, direction, period, flags } = item
  return (
    <>
      {value === null
        ? '-'
        : valueText({ value, comparator }, unitOfMeasure, target && boundOf(target, direction)?.bound)}
      {period && !isOfYear(period, year) && <span className="detail">số liệu {quarterText(period)}</span>}
      {flags.includes('unverified') && <span className="detail">chưa xác minh</span>}
    </>
  )
}
