import { useQuery } from '@tanstack/react-query'
import { ApiError, apiPath } from '../lib/api-client.ts'
import { FileField } from '../ui/file-field.tsx'
import { type ReportPlace, type Template, templateQuery, useChangeTemplate } from './queries.ts'
import styles from './report.module.css'
import { savedText } from './wording.ts'

/** The Word template of the unit: taken along, changed in Word, given back, or put back to the product's own. */
export function TemplatePanel({ place }: { place: ReportPlace }) {
  const { data } = useQuery(templateQuery(place))
  const change = useChangeTemplate(place)
  if (!data) return null
  const { name, revision, mayWrite } = data
  const path = `${apiPath('/api/units/:unitCode/report-template', { unitCode: place.unitCode })}/template.docx`
  return (
    <div className={styles.settings}>
      <p>
        {name ? (
          <>
            Đang dùng mẫu của đơn vị: <b>{name}</b>. <span className={styles.note}>{savedText(data)}</span>
          </>
        ) : (
          'Đang dùng mẫu của phần mềm, theo thể thức Nghị định 30/2020/NĐ-CP.'
        )}
      </p>
      <p className={styles.links}>
        <a href={path} download>
          Tải mẫu đang dùng
        </a>
        {name && (
          <a href={`${path}?of=product`} download>
            Tải mẫu của phần mềm
          </a>
        )}
      </p>
      {mayWrite && (
        <>
          <FileField
            label="Gửi mẫu đã sửa"
            accept=".docx"
            hint="Sửa câu chữ, cỡ chữ, lề, hình trong Word; giữ các chỗ trong ngoặc { }. Tệp .docx, tối đa 2 MB, không macro."
            isBusy={change.isPending}
            onChoose={([file]) => file && change.mutate({ file, revision })}
          />
          {name && (
            <div className={styles.actions}>
              <button
                type="button"
                className="button"
                disabled={change.isPending}
                onClick={() => change.mutate({ file: null, revision })}
              >
                Dùng lại mẫu của phần mềm
              </button>
            </div>
          )}
        </>
      )}
      <div role="status">
        {change.isPending && <p>Đang kiểm tra mẫu…</p>}
        {change.isSuccess && (
          <p className={styles.done}>
            {change.variables.file
              ? 'Đã nhận mẫu. Báo cáo lập từ nay dùng mẫu này; báo cáo đã lập giữ mẫu cũ.'
              : 'Đã dùng lại mẫu của phần mềm.'}
          </p>
        )}
      </div>
      <div role="alert">{change.error && <Refused error={change.error} />}</div>
      <Places places={data.places} />
    </div>
  )
}

function Refused({ error }: { error: Error }) {
  if (!(error instanceof ApiError)) return <p className={styles.problem}>Chưa gửi được mẫu. Hãy thử lại.</p>
  const { detail, errors = [] } = error.problem
  return (
    <div className={styles.problem}>
      {errors.length > 1 ? (
        <>
          <p>Mẫu chưa dùng được, mẫu cũ vẫn giữ nguyên:</p>
          <ul>
            {errors.map((one) => (
              <li key={one.pointer + one.detail}>{one.detail}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{detail}</p>
      )}
    </div>
  )
}

function Places({ places }: Pick<Template, 'places'>) {
  return (
    <details>
      <summary>Các chỗ điền trong mẫu ({places.length})</summary>
      <dl className={styles.places}>
        {places.map(({ place, meaning, isRequired }) => (
          <div key={place}>
            <dt>
              <code>{place}</code>
            </dt>
            <dd>
              {meaning}
              {isRequired && <b> (bắt buộc)</b>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
