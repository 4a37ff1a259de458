import { type Quarter, reportPeriodOf } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { currentQuarter } from '../lib/as-of.ts'
import { RequireAccount } from '../people/session/require-account.tsx'
import { PaperHead } from '../reports/paper-head.tsx'
import { deskQuery, madeReportQuery, type ReportPlace } from '../reports/queries.ts'
import { ReportPaper } from '../reports/report-paper.tsx'
import { ReportView } from '../reports/report-view.tsx'
import { kindOf, kindOptions, ReportSearch } from '../reports/search.ts'
import { QueryView } from '../ui/query-view.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const route = getRouteApi('/don-vi/$unitCode/bao-cao')

/** Where a unit makes its reports of a quarter, a half-year or a year. */
export function ReportPage() {
  const { unitCode } = route.useParams()
  const quarter = route.useSearch().ky ?? currentQuarter()
  return (
    <RequireAccount rights={['makeReports']} subject={{ unitCode }}>
      {({ username }) => <ReportOfAccount unitCode={unitCode} quarter={quarter} username={username} />}
    </RequireAccount>
  )
}

type ReportOfAccountProps = { unitCode: string; quarter: Quarter; username: string }

function ReportOfAccount({ unitCode, quarter, username }: ReportOfAccountProps) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const place = { unitCode, username, period: reportPeriodOf(kindOf(search), quarter) }
  const query = useQuery(deskQuery(place))
  const kindField = (
    <SelectField
      label="Loại báo cáo"
      value={search.loai ?? 'quy'}
      options={kindOptions}
      onChange={(loai) =>
        navigate({ search: { ky: search.ky, ...ReportSearch.parse({ loai }) }, replace: true })
      }
    />
  )
  return (
    <QueryView query={query} skeleton={<Skeleton height={480} />}>
      {(desk) => (
        <ReportView
          key={`${unitCode} ${place.period}`}
          place={place}
          desk={desk}
          shown={search.ban}
          kindField={kindField}
          paper={
            search.ban ? (
              <MadePaper place={place} id={search.ban} />
            ) : (
              desk.preview && (
                <>
                  <PaperHead title="Bản xem trước" />
                  <ReportPaper content={desk.preview} />
                </>
              )
            )
          }
        />
      )}
    </QueryView>
  )
}

/** A report as it was made. */
function MadePaper({ place, id }: { place: ReportPlace; id: string }) {
  const query = useQuery(madeReportQuery(place, id))
  return (
    <QueryView query={query} skeleton={<Skeleton height={480} />}>
      {({ report, content }) => (
        <>
          <PaperHead title="Báo cáo đã lập" report={report} unitCode={place.unitCode} />
          <ReportPaper content={content} />
        </>
      )}
    </QueryView>
  )
}
