import { openDataUrl } from '@moc57/shared/api'
import { Page } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { type Descriptor, descriptorUrl, type Resource } from './queries.ts'

/** What is published, at which address, and what its columns mean. */
export function OpenDataView({ descriptor }: { descriptor: Descriptor }) {
  const { description, resources } = descriptor
  const isFigures = ({ name }: Resource) => name.startsWith('measurements-')
  const figures = resources.filter(isFigures)
  const tables = resources.filter((resource) => !isFigures(resource))
  const documented = [...tables, ...figures.slice(-1)]
  return (
    <Page>
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
    </Page>
  )
}

function FileTable({ caption, resources }: { caption: string; resources: readonly Resource[] }) {
  if (resources.length === 0) return null
  return (
    <Table
      caption={caption}
      showCaption
      staysTable
      rows={resources}
      rowKey={({ name }) => name}
      columns={[
        { title: 'Bảng', kind: 'name', cell: ({ title }) => title },
        { title: 'CSV', cell: ({ title, path }) => <FileLink kind="CSV" title={title} path={path} /> },
        { title: 'JSON', cell: ({ title, path }) => <FileLink kind="JSON" title={title} path={path} /> },
        {
          title: 'Địa chỉ',
          card: 'none',
          cell: ({ path }) => <span className="note">{`${openDataUrl}/${path}`}</span>,
        },
      ]}
    />
  )
}

type FileLinkProps = { kind: 'CSV' | 'JSON'; title: string; path: string }

function FileLink({ kind, title, path }: FileLinkProps) {
  const csv = `${openDataUrl}/${path}`
  return (
    <a
      href={kind === 'CSV' ? csv : csv.replace(/\.csv$/, '.json')}
      download={kind === 'CSV' || undefined}
      aria-label={`${title}, ${kind}`}
    >
      {kind}
    </a>
  )
}

function Columns({ resource: { name, title, schema } }: { resource: Resource }) {
  const heading = name.startsWith('measurements-') ? 'Số liệu theo quý' : title
  return (
    <details>
      <summary>{heading}</summary>
      <Table
        caption={heading}
        staysTable
        rows={schema.fields}
        rowKey={(field) => field.name}
        columns={[
          { title: 'Cột', kind: 'name', cell: (field) => <code>{field.name}</code> },
          { title: 'Kiểu', cell: ({ type }) => type },
          {
            title: 'Ý nghĩa',
            cell: ({ title, description }) => [title, description].filter(Boolean).join('. '),
          },
        ]}
      />
    </details>
  )
}
