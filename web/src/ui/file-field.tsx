import { type DragEvent, type Ref, useState } from 'react'
import styles from './file-field.module.css'

type FileFieldProps = {
  label: string
  /** What is taken, in words. */
  hint: string
  /** What is taken, for the browser's own window. */
  accept: string
  multiple?: boolean
  isBusy?: boolean
  onChoose: (files: File[]) => void
  inputRef?: Ref<HTMLInputElement>
}

/** Takes files that are chosen or dropped: the browser's own field, which knows every key, in our words. */
export function FileField({ label, hint, accept, multiple, isBusy, onChoose, inputRef }: FileFieldProps) {
  const [isOver, setOver] = useState(false)
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1)
    if (files.length > 0 && !isBusy) onChoose(files)
  }
  const handleDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
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
        {label}
        <input
          ref={inputRef}
          type="file"
          className="visually-hidden"
          accept={accept}
          multiple={multiple}
          disabled={isBusy}
          onChange={({ currentTarget }) => {
            take(currentTarget.files)
            // The same file, put right, may be chosen again.
            currentTarget.value = ''
          }}
        />
      </label>
      <p className={styles.drop}>hoặc kéo thả vào đây</p>
      <p className={styles.hint}>{hint}</p>
    </div>
  )
}
