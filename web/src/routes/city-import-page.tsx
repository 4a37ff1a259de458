import { quarterLabel } from '@moc57/shared'
import { getRouteApi } from '@tanstack/react-router'
import { currentQuarter } from '../lib/as-of.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { ImportView } from '../measurements/import/import-view.tsx'
import { RequireAccount } from '../people/session/require-account.tsx'
import styles from './import-page.module.css'

const route = getRouteApi('/thanh-pho/nhap-tu-excel')

/** Where the city brings the quarter of many units in as one file. */
export function CityImportPage() {
  const period = route.useSearch().ky ?? currentQuarter()
  const heading = `Nhập từ Excel ${quarterLabel(period)}`
  useDocumentTitle(heading, 'Toàn thành phố')
  return (
    <RequireAccount rights={['importCity']}>
      {() => (
        <>
          <div className={styles.opening}>
            <h1>
              {heading} <span>Nhiều đơn vị trong một tệp</span>
            </h1>
          </div>
          <ImportView key={period} unitCode={null} period={period} />
        </>
      )}
    </RequireAccount>
  )
}
