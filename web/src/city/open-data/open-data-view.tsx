import { openDataUrl } from '@moc57/shared/api'
import styles from './open-data.module.css'
import { type Descriptor, descriptorUrl, type Resource } from './queries.ts'

/** What is published, at which address, and what its columns mean. */
export function OpenDataView({ descriptor }: { descriptor: Descriptor }) {
  const { description, resources } = descriptor
  const isFigures = ({ name }: Resource) => name.startsWith('measurements-')
  const figures = resources.filter(isFigures)
  const tables = resources.filter((resource) => !isFigures(resource))
  const documented = [...tables, ...figures.slice(-1)]
  return (
    <div className={styles.page}>
      <h1>Dữ liệu mở: số liệu đã duyệt của các đơn vị</h1>
      <p>{description}</p>
      <p>
        Địa chỉ các tệp không đổi. Bản mô tả theo chuẩn Frictionless Data Package:{' '}
        <a href={descriptorUrl}>{descriptorUrl}</a>. Tệp CSV mã hóa UTF-8; trong Excel mở bằng Dữ liệu &gt; Từ
        văn bản/CSV.
      </p>
      <FileTable caption="Số liệu theo quý, mới nhất trước" resources={[...figures].reverse()} />
      {figures.length === 0 && <p>Chưa có số liệu nào được duyệt.</p>}
      <FileTable caption="Danh mục" resources={tables} />
      <h2>Ý nghĩa các cột</h2>
      {documented.map((resource) => (
        <Columns key={resource.name} resource={resource} />
      ))}
    </div>
  )
}

function FileTable({ caption, resources }: { caption: string; resources: readonly Resource[] }) {
  if (resources.length === 0) return null
  return (
    <table className={styles.table}>
      <caption>{caption}</caption>
      <tbody>
        {resources.map(({ name, title, path }) => {
          const address = `${openDataUrl}/${path}`
          const json = address.replace(/\.csv$/, '.json')
          return (
            <tr key={name}>
              <th scope="row">{title}</th>
              <td>
                <a href={address} download aria-label={`${title}, CSV`}>
                  CSV
                </a>
              </td>
              <td>
                <a href={json} aria-label={`${title}, JSON`}>
                  JSON
                </a>
              </td>
              <td className={styles.address}>{address}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Columns({ resource: { name, title, schema } }: { resource: Resource }) {
  const heading = name.startsWith('measurements-') ? 'Số liệu theo quý' : title
  return (
    <details>
      <summary>{heading}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Cột</th>
            <th scope="col">Kiểu</th>
            <th scope="col">Ý nghĩa</th>
          </tr>
        </thead>
        <tbody>
          {schema.fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">
                <code>{field.name}</code>
              </th>
              <td>{field.type}</td>
              <td>{[field.title, field.description].filter(Boolean).join('. ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
