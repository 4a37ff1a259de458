import { type DragEvent, useState } from 'react'
import styles from './file-field.module.css'

type FileFieldProps = { isBusy: boolean; onChoose: (file: File) => void }

/** Takes a file that is chosen or dropped: the browser's own field, which knows every key, in our words. */
export function FileField({ isBusy, onChoose }: FileFieldProps) {
  const [isOver, setOver] = useState(false)
  const handleDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file && !isBusy) onChoose(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the field in it
    <div
      className={styles.zone}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={handleDrop}
    >
      <label className={`button ${styles.choose}`} data-busy={isBusy || undefined}>
        Chọn tệp đã điền
        <input
          type="file"
          className="visually-hidden"
          accept=".xlsx,.csv"
          disabled={isBusy}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            // The same file, put right, may be chosen again.
            currentTarget.value = ''
            if (file) onChoose(file)
          }}
        />
      </label>
      <p className={styles.drop}>hoặc kéo thả vào đây</p>
      <p className={styles.hint}>
        .xlsx hoặc .csv (UTF-8), tối đa 5 MB. Chưa ghi gì cho đến khi xem trước và xác nhận.
      </p>
    </div>
  )
}
