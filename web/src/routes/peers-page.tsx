import { quarterLabel, unitTitle } from '@moc57/shared'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { knownText } from '../city/city-words.ts'
import { StripKey, UnitShape } from '../city/peers/peer-strip.tsx'
import { PeerTable } from '../city/peers/peer-table.tsx'
import styles from '../city/peers/peers.module.css'
import { PeersPicture } from '../city/peers/peers-picture.tsx'
import { type Peers, peersQuery } from '../city/peers/queries.ts'
import { mayAdd, unitCodes } from '../city/peers/search.ts'
import { othersInWords, peerSentence } from '../city/peers/wording.ts'
import { apiPath } from '../lib/api-client.ts'
import { pictureOf } from '../lib/picture.ts'
import { capitalize } from '../lib/text.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { KnownField, KnownNote } from '../ui/known-day.tsx'
import { Page, PageHead } from '../ui/page.tsx'
import { QueryView } from '../ui/query-view.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { UnitPicker } from '../units/unit-picker.tsx'

const route = getRouteApi('/thanh-pho/don-vi/$unitCode')

/** A unit among its like, and up to three others beside it. */
export function PeersPage() {
  const { unitCode } = route.useParams()
  const search = route.useSearch()
  const among = search.soVoi === 'tat-ca' ? 'all' : 'type'
  const query = useQuery(peersQuery(unitCodes(unitCode, search), among, search.ky, search.bietDen))
  return (
    <QueryView query={query} skeleton={<Skeleton height={480} />}>
      {(peers) => <PeersView peers={peers} />}
    </QueryView>
  )
}

function PeersView({ peers }: { peers: Peers }) {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { units, among, asOf } = peers
  const [unit, ...beside] = units
  useDocumentTitle(unit && capitalize(unitTitle(unit)), 'So với đơn vị khác', quarterLabel(asOf))
  const choose = (chosen: Partial<typeof search>) =>
    navigate({ search: (before) => ({ ...before, ...chosen }), replace: true, resetScroll: false })
  const setBeside = (codes: readonly string[]) => choose({ 'don-vi': codes.join(',') || undefined })
  const codes = beside.map(({ code }) => code)
  if (!unit) return null
  const fields = {
    units: [unit.code, ...codes].join(','),
    among,
    asOf,
    ...(search.bietDen && { knownOn: search.bietDen }),
    sapXep: 'thap-nhat',
  }
  const picture = () =>
    pictureOf(<PeersPicture peers={peers} />, {
      name: `so-voi-don-vi-khac-${unit.code}-${asOf}`,
      title: `${capitalize(unitTitle(unit))} so với ${othersInWords(peers)}, ${quarterLabel(asOf)}`,
      notes: [knownText(search.bietDen), peers.notice],
    })
  return (
    <Page>
      <PageHead
        title={peerSentence(peers)}
        takeAway={{ file: (extension) => apiPath(`/api/comparison/peers.${extension}`, {}, fields), picture }}
      />
      <KnownNote bietDen={search.bietDen} onLeave={() => choose({ bietDen: undefined })} />
      <div className="row screen-only">
        <SelectField
          label="So với"
          value={among}
          onChange={(value) => choose({ soVoi: value === 'all' ? 'tat-ca' : undefined })}
          options={[
            { value: 'type', label: `Các ${unit.type} khác` },
            { value: 'all', label: 'Tất cả đơn vị khác' },
          ]}
        />
        <KnownField bietDen={search.bietDen} onChange={(bietDen) => choose({ bietDen })} />
        {mayAdd(codes.concat(unit.code)) && (
          <div className={styles.picker}>
            <UnitPicker
              key={codes.join()}
              unit={undefined}
              label="Đặt thêm đơn vị bên cạnh"
              onPick={(code) => setBeside([...new Set([...codes, code])].filter((one) => one !== unit.code))}
            />
          </div>
        )}
        {beside.length > 0 && (
          <ul className={styles.beside} aria-label="Đơn vị đặt bên cạnh">
            {beside.map((other, index) => (
              <li key={other.code}>
                <UnitShape place={index + 1} />
                {capitalize(unitTitle(other))}
                <button
                  type="button"
                  className="plain-button"
                  aria-label={`Bỏ ${unitTitle(other)}`}
                  onClick={() => setBeside(codes.filter((code) => code !== other.code))}
                >
                  Bỏ
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <StripKey />
      <PeerTable peers={peers} />
    </Page>
  )
}
