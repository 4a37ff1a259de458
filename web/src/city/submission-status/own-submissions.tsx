import { formatDay, quarterLabel, unitTitle } from '@moc57/shared'
import { Link } from '@tanstack/react-router'
import { capitalize } from '../../lib/text.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import panels from '../../ui/panels.module.css'
import type { CitySubmissions } from './queries.ts'
import { owedInWords, owing, reminderText } from './reminder.ts'

/** As many as one looks at before going to the whole list. */
const mostShown = 10

/** "Quý IV/2026: 12 trong 114 đơn vị đã gửi đủ số liệu, 3 gửi thiếu, 99 chưa gửi; hạn gửi 16/12/2026." */
export function submissionStatusSentence({ items, period, isDue, window }: CitySubmissions): string {
  const silent = items.filter(({ standing }) => standing === 'silent').length
  const partial = items.filter(({ standing }) => standing === 'partial').length
  const due = isDue ? `đã quá hạn gửi ${formatDay(window.dueOn)}` : `hạn gửi ${formatDay(window.dueOn)}`
  const complete = items.filter(({ standing }) => standing === 'onTime' || standing === 'late').length
  return `${quarterLabel(period)}: ${complete} trong ${items.length} đơn vị đã gửi đủ số liệu, ${partial} gửi thiếu, ${silent} chưa gửi; ${due}.`
}

/** Who has not sent everything, for the page of one's work. */
export function OwingUnits({ reporting }: { reporting: CitySubmissions }) {
  const owed = owing(reporting.items)
  return (
    <section className={panels.panel}>
      <h2>{reporting.isDue ? 'Đơn vị quá hạn' : 'Đơn vị chưa gửi đủ'}</h2>
      {owed.length === 0 ? (
        <p>Không đơn vị nào còn nợ số liệu.</p>
      ) : (
        <>
          <p>
            <CopyButton
              text={reminderText(reporting, owed)}
              label={`Chép lời nhắc ${owed.length} đơn vị`}
              className="plain-button"
            />
          </p>
          <ul>
            {owed.slice(0, mostShown).map((item) => (
              <li key={item.unit.code}>
                <Link
                  to="/don-vi/$unitCode/duyet"
                  params={{ unitCode: item.unit.code }}
                  search={{ ky: reporting.period }}
                  preload={false}
                >
                  {capitalize(unitTitle(item.unit))}
                </Link>
                : {owedInWords(item)}
              </li>
            ))}
          </ul>
          {owed.length > mostShown && (
            <Link to="/thanh-pho/nop-so-lieu" search={{ ky: reporting.period }} preload={false}>
              Xem cả {owed.length} đơn vị
            </Link>
          )}
        </>
      )}
    </section>
  )
}
