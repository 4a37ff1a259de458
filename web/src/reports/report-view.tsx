import { reportPeriodInText, reportPeriodLabel, unitTitle } from '@moc57/shared'
import type { MadeReport } from '@moc57/shared/api'
import { type ReactNode, useContext, useState } from 'react'
import { apiPath } from '../lib/api-client.ts'
import { capitalize } from '../lib/text.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { UnitOfPage } from '../ui/unit-of-page.tsx'
import { documentPath, MadeReports } from './made-reports.tsx'
import { type Desk, type ReportPlace, useMakeReport } from './queries.ts'
import styles from './report.module.css'
import { problemText, SectionEditor } from './section-editor.tsx'
import { SettingsForm } from './settings-form.tsx'
import { TemplatePanel } from './template-panel.tsx'
import { UnsavedTexts, UnsavedTextsContext } from './unsaved-texts.ts'
import { deskSentence, missingParts } from './wording.ts'

type ReportViewProps = {
  place: ReportPlace
  desk: Desk
  /** The report that is looked at instead of the preview. */
  shown: string | undefined
  /** Of which report and to whom. */
  fields: ReactNode
  /** The report as a file: what would be made, or what was. */
  paper: ReactNode
}

/** Where a unit writes and makes its reports: what it says by itself, what people add, and how it will look. */
export function ReportView({ place, desk, shown, fields, paper }: ReportViewProps) {
  const [texts] = useState(() => new UnsavedTexts())
  const { unit, period, mayWrite, sections, settings, items } = desk
  const unitName = capitalize(unitTitle(unit))
  const missing = missingParts(desk)
  useDocumentTitle(`Báo cáo ${reportPeriodInText(period)}`, unitName)

  return (
    <UnsavedTextsContext value={texts}>
      <div className={styles.page}>
        <header className={styles.opening}>
          <div className={styles.heading}>
            <h1>
              Báo cáo {reportPeriodInText(period)} <UnitOfPage name={unitName} />
            </h1>
            {fields}
          </div>
          <p className={styles.sentence}>{deskSentence(desk)}</p>
          {missing.length > 0 && <p>Còn để trống: {missing.join(', ')}.</p>}
          {desk.refusal === null && <Making place={place} desk={desk} />}
        </header>
        <div className={styles.write}>
          <section aria-labelledby="bao-cao-da-lap">
            <h2 id="bao-cao-da-lap">Báo cáo đã lập</h2>
            <MadeReports unitCode={unit.code} items={items} shown={shown} />
            <p className={styles.note}>
              <a
                href={`${apiPath('/api/units/:unitCode/reports/:period', { unitCode: unit.code, period })}/package.zip`}
                download
              >
                Tải gói số liệu đã duyệt
              </a>{' '}
              (.zip: JSON, CSV và chuỗi duyệt, để mang đi bằng USB)
            </p>
          </section>
          <section aria-labelledby="noi-dung-soan">
            <h2 id="noi-dung-soan">Nội dung soạn cho {reportPeriodLabel(period)}</h2>
            <p className={styles.note}>
              Mục II viết tự động từ số liệu.
              {!mayWrite && ' Nội dung do cán bộ đầu mối của đơn vị soạn.'}
            </p>
            {sections.map((written) => (
              <SectionEditor
                key={`${period} ${written.section}`}
                place={place}
                written={written}
                mayWrite={mayWrite}
              />
            ))}
          </section>
          <details className={styles.form} open={mayWrite && settings.settings.signerName === ''}>
            <summary>Thể thức báo cáo</summary>
            <SettingsForm
              key={`${period} ${place.addressee}`}
              place={place}
              written={settings}
              mayWrite={mayWrite}
            />
          </details>
          <details className={styles.form}>
            <summary>Mẫu Word</summary>
            <TemplatePanel place={place} />
          </details>
        </div>
        <div className={styles.view}>
          {paper}
          {desk.refusal !== null && !shown && (
            <p className={styles.note}>Bản xem trước hiện ở đây khi có số liệu của kỳ.</p>
          )}
        </div>
      </div>
    </UnsavedTextsContext>
  )
}

/** Makes the report in one click, of all that is typed; its document is offered at once. */
function Making({ place, desk }: { place: ReportPlace; desk: Desk }) {
  const make = useMakeReport(place)
  const { keptFrom, hasNewFigures } = desk
  const texts = useContext(UnsavedTextsContext)
  const [isUnsaved, setUnsaved] = useState(false)
  const handleMake = async (figures: 'kept' | 'today') => {
    const isSaved = await texts.saveAll()
    setUnsaved(!isSaved)
    if (isSaved) make.mutate(figures, { onSuccess: ({ report }) => download(place, report) })
  }
  return (
    <>
      <div className={styles.actions}>
        <button
          type="button"
          className={`button ${styles.main}`}
          disabled={make.isPending}
          onClick={() => handleMake('kept')}
        >
          {make.isPending ? 'Đang lập…' : keptFrom ? 'Lập lại báo cáo (Word)' : 'Lập báo cáo (Word)'}
        </button>
        {keptFrom && hasNewFigures && (
          <button
            type="button"
            className="button"
            disabled={make.isPending}
            onClick={() => handleMake('today')}
          >
            Lập với số liệu hôm nay
          </button>
        )}
        {keptFrom && hasNewFigures && (
          <span className={styles.note}>Từ đó đến nay số liệu hoặc mục tiêu của kỳ có thay đổi.</span>
        )}
      </div>
      <div role="status">
        {make.data && (
          <p className={styles.done}>
            Đã lập báo cáo. Nếu tệp chưa tự tải về:{' '}
            <a href={documentPath(place.unitCode, make.data.report, 'report.docx')} download>
              tải tệp Word
            </a>
            .
          </p>
        )}
      </div>
      <div role="alert">
        {isUnsaved && (
          <p className={styles.problem}>
            Có mục chưa lưu được nên chưa lập báo cáo. Hãy xem mục đánh dấu “Chưa lưu được” rồi lập lại.
          </p>
        )}
        {make.error && <p className={styles.problem}>{problemText(make.error)}</p>}
      </div>
    </>
  )
}

function download({ unitCode }: ReportPlace, report: MadeReport): void {
  const link = document.createElement('a')
  link.href = documentPath(unitCode, report, 'report.docx')
  link.download = ''
  link.click()
}
