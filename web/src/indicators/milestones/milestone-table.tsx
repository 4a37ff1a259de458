import { milestonesOf } from '@moc57/shared'
import type { ProgressItem } from '@moc57/shared/api'
import { useState } from 'react'
import { Choices } from '../../ui/choices.tsx'
import { Table } from '../../ui/table.tsx'
import { IndicatorName } from '../progress/indicator-parts.tsx'
import type { ListContext } from '../progress/list-context.ts'
import type { Section } from '../progress/order.ts'
import { StatusShape } from '../status-mark.tsx'
import { type MilestoneState, milestoneCell, milestoneSum, stateWords } from './milestone-cells.ts'
import styles from './milestone-table.module.css'

type MilestoneTableProps = { sections: readonly Section[]; context: ListContext }

/** The unit's indicators by the milestones of its plan: each cell the gap to that milestone. */
export function MilestoneTable({ sections, context }: MilestoneTableProps) {
  const items = sections.flatMap((section) => section.items)
  const years = milestonesOf(items)
  const [phoneYear, setPhoneYear] = useState<string>()
  const shownOnPhone = Number(phoneYear ?? items[0]?.next?.milestone ?? years[0])
  return (
    <div className="stack tight">
      <ul className={styles.sums}>
        {years.map((year) => (
          <li key={year}>
            <b>{year}:</b> {milestoneSum(items, year)}
          </li>
        ))}
      </ul>
      <div className={styles.phone}>
        <Choices
          legend="Mốc"
          joined
          options={years.map((year) => ({ value: String(year), label: year }))}
          isChosen={(year) => Number(year) === shownOnPhone}
          onChoose={setPhoneYear}
        />
      </div>
      <Table
        caption="Khoảng cách của từng chỉ tiêu đến từng mốc"
        dense
        className={styles.table}
        groups={sections.map(({ group, items: rows }, index) => ({
          key: group?.code ?? String(index),
          title: group && `${group.code}. ${group.name}`,
          rows,
        }))}
        rowKey={({ number }) => number}
        columns={[
          { title: 'TT', cell: ({ number }) => number, card: 'none', width: '2.5em' },
          {
            title: 'Chỉ tiêu',
            kind: 'name',
            cell: (item) => <IndicatorName item={item} context={context} />,
          },
          ...years.map((year) => ({
            title: year,
            key: String(year),
            label: null,
            width: '150px',
            className: year === shownOnPhone ? undefined : styles.otherYear,
            cell: (item: ProgressItem) => <Cell item={item} year={year} />,
          })),
        ]}
      />
      <p className="note">
        Vạch dài bằng phần còn thiếu so với mục tiêu. Mốc đã đến hạn xét theo số liệu quý IV của năm mốc (hoặc
        lần đo trước đó không quá 4 quý), mốc chưa đến hạn theo số liệu mới nhất. Chỉ tiêu tính bằng % còn
        thiếu bằng điểm phần trăm.
      </p>
    </div>
  )
}

const shapes = { met: 'achieved', missed: 'missed', notReported: 'noData' } as const

function Cell({ item, year }: { item: ProgressItem; year: number }) {
  const { state, share, gap, detail } = milestoneCell(item, year)
  const shape = shapes[state as keyof typeof shapes] as (typeof shapes)[keyof typeof shapes] | undefined
  return (
    <span className={styles.cell} data-state={state} data-status={shape} title={detail}>
      <span className={styles.track} aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      <span className={styles.words}>
        {shape && <StatusShape status={shape} size={12} />}
        {wordsOf(state, gap)}
      </span>
    </span>
  )
}

function wordsOf(state: MilestoneState, gap: string | null): string {
  if (state === 'none') return '–'
  if (state === 'left' && gap) return gap
  return gap ? `${stateWords[state]}, ${gap}` : stateWords[state]
}
