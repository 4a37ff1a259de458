import { mostAddressees, type Quarter } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { apiPath } from '../lib/api-client.ts'
import { currentQuarter } from '../lib/as-of.ts'
import { RequireAccount } from '../people/session/require-account.tsx'
import { DocumentView } from '../reports/document-view.tsx'
import { documentPath } from '../reports/made-reports.tsx'
import { type Desk, deskQuery, madeReportQuery, type ReportPlace } from '../reports/queries.ts'
import { ReportView } from '../reports/report-view.tsx'
import { kindOptions, periodOf, ReportSearch } from '../reports/search.ts'
import { addresseeOptions, madeReportText } from '../reports/wording.ts'
import { QueryView } from '../ui/query-view.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'

const route = getRouteApi('/don-vi/$unitCode/bao-cao')

/** Where a unit makes its reports of a month, a quarter, 6 months, 9 months or a year. */
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
  const place = { unitCode, username, period: periodOf(search, quarter), addressee: Number(search.noi ?? 1) }
  const query = useQuery(deskQuery(place))
  return (
    <QueryView query={query} skeleton={<Skeleton height={480} />}>
      {(desk) => (
        <ReportView
          key={`${unitCode} ${place.period} ${place.addressee}`}
          place={place}
          desk={desk}
          shown={search.ban}
          fields={<ReportFields desk={desk} quarter={quarter} />}
          paper={
            search.ban ? <MadePaper place={place} id={search.ban} /> : <Preview place={place} desk={desk} />
          }
        />
      )}
    </QueryView>
  )
}

/** Which report it is, and to whom. */
function ReportFields({ desk, quarter }: { desk: Desk; quarter: Quarter }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (given: { loai?: string | undefined; noi?: string | undefined }) =>
    navigate({
      search: { ky: search.ky, ...ReportSearch({ ...search, ban: undefined, ...given }) },
      replace: true,
    })
  return (
    <>
      <SelectField
        label="Loại báo cáo"
        value={search.loai ?? 'quy'}
        options={kindOptions(quarter)}
        onChange={(loai) => change({ loai })}
      />
      <SelectField
        label="Nơi gửi"
        value={String(desk.addressee)}
        options={addresseeOptions(desk, mostAddressees)}
        onChange={(noi) => change({ noi: noi === '1' ? undefined : noi })}
      />
    </>
  )
}

/** The report as it would be made now. */
function Preview({ place, desk }: { place: ReportPlace; desk: Desk }) {
  const { unitCode, period, addressee } = place
  if (!desk.preview) return null
  const path = apiPath(
    `/api/units/:unitCode/reports/:period/preview.docx`,
    { unitCode, period },
    { addressee },
  )
  return (
    <>
      <h2>Bản xem trước</h2>
      <DocumentView place={place} path={path} content={desk.preview} />
    </>
  )
}

/** A report as it was made. */
function MadePaper({ place, id }: { place: ReportPlace; id: string }) {
  const query = useQuery(madeReportQuery(place, id))
  const { ky, loai, noi } = route.useSearch()
  return (
    <QueryView query={query} skeleton={<Skeleton height={480} />}>
      {({ report }) => {
        const path = documentPath(place.unitCode, report, 'report.docx')
        return (
          <>
            <h2>Báo cáo đã lập</h2>
            <p>{madeReportText(report)}</p>
            <p>
              <a href={path} download>
                Tải tệp Word để in, ký
              </a>
              {' · '}
              <Link
                to="/don-vi/$unitCode/bao-cao"
                params={{ unitCode: place.unitCode }}
                search={{ ky, loai, noi }}
              >
                Về bản xem trước
              </Link>
            </p>
            <DocumentView place={place} path={path} content={report.id} />
          </>
        )
      }}
    </QueryView>
  )
}
