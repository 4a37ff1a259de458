import { directionLabels, type IndicatorGroup, uncapitalize } from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import type { CSSProperties } from 'react'
import { Explained } from '../ui/abbreviations.tsx'
import { groupRows, isOwnTarget, type PlanRow } from './plan-rows.ts'
import styles from './plan-table.module.css'
import type { UnitPlan } from './queries.ts'
import { TargetCell } from './target-cell.tsx'

/** What an editor may do in the table. */
export type TableEdit = {
  /** Numbers of the indicators chosen to be assigned together. */
  chosen: ReadonlySet<number>
  onChoose: (numbers: readonly number[], isChosen: boolean) => void
  onTarget: (row: PlanRow, milestone: number, text: string) => void
  onWithdraw: (number: number) => void
}

type PlanTableProps = {
  plan: UnitPlan
  rows: readonly PlanRow[]
  years: readonly number[]
  /** The targets of the reference list as `number milestone`, where the unit has adopted it. */
  reference: ReadonlyMap<string, string>
  ky: string | undefined
  edit?: TableEdit
}

/** The plan in the layout of Phụ lục 01; on a phone each indicator is a block. */
export function PlanTable(props: PlanTableProps) {
  const { plan, rows, years } = props
  return (
    <div
      className={styles.frame}
      data-wide={years.length > 7 || undefined}
      style={{ '--years': years.length } as CSSProperties}
    >
      <table className={styles.table}>
        <caption className="visually-hidden">Chỉ tiêu, mục tiêu và phân công theo kế hoạch</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              Stt
            </th>
            <th scope="col">Chỉ tiêu</th>
            {years.map((year) => (
              <th key={year} scope="col" className={styles.year}>
                Năm {year}
              </th>
            ))}
            <th scope="col" className={styles.person}>
              Đồng chí được phân công chỉ đạo
            </th>
            <th scope="col" className={styles.person}>
              Đồng chí được phân công chủ trì
            </th>
            <th scope="col" className={styles.person}>
              Cơ quan chủ trì theo dõi, đánh giá
            </th>
            <th scope="col" className={styles.deliverable}>
              Sản phẩm đầu ra
            </th>
          </tr>
        </thead>
        {groupRows(plan.groups, rows).map(({ group, rows: ofGroup }) => (
          <tbody key={group.code}>
            <GroupLine group={group} rows={ofGroup} columns={years.length + 6} edit={props.edit} />
            {ofGroup.map((row) => (
              <PlanLine key={row.item.number} {...props} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

type GroupLineProps = {
  group: IndicatorGroup
  rows: readonly PlanRow[]
  columns: number
  edit: TableEdit | undefined
}

function GroupLine({ group, rows, columns, edit }: GroupLineProps) {
  const numbers = rows.filter(({ isWithdrawn }) => !isWithdrawn).map(({ item }) => item.number)
  return (
    <tr className={styles.group}>
      {edit && (
        <td className={styles.number}>
          <input
            type="checkbox"
            aria-label={`Chọn cả nhóm ${group.code} để phân công`}
            checked={numbers.length > 0 && numbers.every((number) => edit.chosen.has(number))}
            onChange={(event) => edit.onChoose(numbers, event.currentTarget.checked)}
          />
        </td>
      )}
      <th scope="rowgroup" colSpan={edit ? columns - 1 : columns}>
        {group.code}. {group.name} <span>{rows.length} chỉ tiêu</span>
      </th>
    </tr>
  )
}

function PlanLine({ row, plan, years, reference, ky, edit }: PlanTableProps & { row: PlanRow }) {
  const { item, saved, drafted, isReassigned, isWithdrawn } = row
  const { number, assignment } = item
  const isAdopted = plan.plan.source === 'own'
  return (
    <tr
      id={`chi-tieu-${number}`}
      data-drafted={saved === undefined || undefined}
      data-withdrawn={isWithdrawn || undefined}
    >
      <td className={styles.number}>
        {edit && (
          <input
            type="checkbox"
            aria-label={`Chọn ${number > 0 ? `chỉ tiêu ${number}` : item.shortName} để phân công`}
            disabled={isWithdrawn}
            checked={edit.chosen.has(number)}
            onChange={(event) => edit.onChoose([number], event.currentTarget.checked)}
          />
        )}
        <span>{number > 0 ? number : 'mới'}</span>
      </td>
      <th scope="row" className={styles.name}>
        <Name item={item} saved={saved} unitCode={plan.unit.code} ky={ky} />
        {item.isOwn && (
          <p className={styles.about}>
            <span className={styles.tag}>Chỉ tiêu riêng</span> Đơn vị tính: {item.unitOfMeasure}
            {item.direction === 'decrease' && `, ${uncapitalize(directionLabels.decrease)}`}
            {isWithdrawn && <b>, sẽ bỏ</b>}
            {saved === undefined && <b>, chưa ghi</b>}
            {edit && saved && !isWithdrawn && (
              <button
                type="button"
                className="plain-button"
                aria-label={`Bỏ chỉ tiêu riêng ${number}`}
                onClick={() => edit.onWithdraw(number)}
              >
                Bỏ
              </button>
            )}
          </p>
        )}
      </th>
      {years.map((year) => {
        const target = item.targets.find(({ milestone }) => milestone === year)
        const referenceText = reference.get(`${number} ${year}`)
        const isOwn = target && isOwnTarget(target, item, isAdopted, referenceText)
        return (
          <td
            key={year}
            className={styles.year}
            data-label={year}
            data-drafted={drafted.includes(year) || undefined}
            data-empty={(!target && !edit) || undefined}
          >
            <TargetCell
              item={item}
              milestone={year}
              isDrafted={drafted.includes(year)}
              ownBeside={isOwn ? { reference: referenceText } : undefined}
              onChange={edit && !isWithdrawn ? (text) => edit.onTarget(row, year, text) : undefined}
            />
          </td>
        )
      })}
      {assignment ? (
        <>
          <td data-label="Chỉ đạo" data-drafted={isReassigned || undefined}>
            <Explained text={assignment.directingLeader} />
          </td>
          <td data-label="Chủ trì" data-drafted={isReassigned || undefined}>
            <Explained text={assignment.responsibleOfficer} />
          </td>
          <td data-label="Cơ quan chủ trì" data-drafted={isReassigned || undefined}>
            {assignment.leadBody}
          </td>
        </>
      ) : (
        <td colSpan={3} data-label="Phân công" className={styles.nobody}>
          Chưa phân công
        </td>
      )}
      <td data-label="Sản phẩm đầu ra" data-empty={!item.deliverable || undefined}>
        {item.deliverable}
      </td>
    </tr>
  )
}

type NameProps = Pick<PlanRow, 'item' | 'saved'> & { unitCode: string; ky: string | undefined }

function Name({ item, saved, unitCode, ky }: NameProps) {
  if (!saved) return item.name
  return (
    <Link
      to="/don-vi/$unitCode/chi-tieu/$number"
      params={{ unitCode, number: String(item.number) }}
      search={{ ky }}
      preload={false}
    >
      <Explained text={item.name} />
    </Link>
  )
}
