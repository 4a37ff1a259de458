import type { ImportPreview } from '@moc57/shared'
import styles from './table-picture.module.css'
import { meaningWords } from './wording.ts'

type TablePictureProps = {
  preview: Pick<ImportPreview, 'columns' | 'lines' | 'valueColumn'>
  onPick: (valueColumn: string) => void
}

/** The first rows of the file as they were read, each column named and coloured by what it was taken for; a heading picks the column of the values. */
export function TablePicture({ preview: { columns, lines, valueColumn }, onPick }: TablePictureProps) {
  return (
    <details className={styles.picture} open={valueColumn === null}>
      <summary>Bảng trong tệp, như đã đọc</summary>
      <p id="chon-cot">Bấm vào tên cột để lấy cột đó làm giá trị của quý.</p>
      <div className={styles.scroll}>
        <table aria-label="Bảng trong tệp, như đã đọc">
          <thead>
            <tr>
              <td />
              {columns.map(({ column, title, meaning, isHidden }) => (
                <th key={column} scope="col" data-meaning={meaning}>
                  <button
                    type="button"
                    aria-pressed={column === valueColumn}
                    aria-label={`Cột ${column}, ${title}: ${meaningWords[meaning]}. Lấy làm giá trị`}
                    onClick={() => onPick(column)}
                  >
                    <span>
                      {column}
                      {isHidden && ' (ẩn)'}
                    </span>
                    <b>{title}</b>
                    <small>{meaningWords[meaning]}</small>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {columns.map(({ column, meaning }, index) => (
                  <td key={column} data-meaning={meaning}>
                    {cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
