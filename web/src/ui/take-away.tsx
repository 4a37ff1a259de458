import { useState } from 'react'
import { type Picture, savePicture } from '../lib/picture.ts'
import styles from './take-away.module.css'

type MakePicture = () => Picture | Promise<Picture>

export type TakeAwayProps = {
  /** The address of a file by its extension, narrowed as the page is. */
  file: (extension: 'xlsx' | 'csv') => string
  /** Makes the chart as a picture, where the view has one. */
  picture?: MakePicture | undefined
}

/** What can be taken along of a view: its figures, its picture, itself on paper, and a link that opens it again. */
export function TakeAway({ file, picture }: TakeAwayProps) {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setSaid('Đã chép liên kết'),
      () => setSaid('Chưa chép được: chép từ ô địa chỉ của trình duyệt'),
    )
  return (
    <div className={`row screen-only ${styles.files}`}>
      <a href={file('xlsx')} download>
        Tải Excel
      </a>
      <a href={file('csv')} download>
        CSV
      </a>
      {picture && <PictureButtons picture={picture} />}
      <button type="button" className="plain-button" onClick={() => window.print()}>
        In
      </button>
      <button type="button" className="plain-button" onClick={copy}>
        Chép liên kết
      </button>
      <span role="status" className={`note ${styles.said}`}>
        {said}
      </span>
    </div>
  )
}

/** Saves one chart as a picture. */
export function PictureButtons({ picture }: { picture: MakePicture }) {
  const [hasFailed, setFailed] = useState(false)
  const save = async (kind: 'png' | 'svg') => {
    try {
      await savePicture(await picture(), kind)
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <button type="button" className="plain-button" onClick={() => save('png')}>
        Ảnh PNG
      </button>
      <button type="button" className="plain-button" onClick={() => save('svg')}>
        SVG
      </button>
      {hasFailed && <span role="alert">Chưa tạo được ảnh. Hãy thử lại, hoặc chọn In.</span>}
    </>
  )
}
