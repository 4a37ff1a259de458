import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './document-view.module.css'
import { fileQuery, type ReportPlace } from './queries.ts'

type DocumentViewProps = { place: ReportPlace; path: string; content: unknown }

/** A Word file as it will be opened: the file itself, laid out by a reader that is loaded when it is needed. */
export function DocumentView({ place, path, content }: DocumentViewProps) {
  const query = useQuery(fileQuery(place, path, content))
  return (
    <QueryView query={query} skeleton={<Skeleton height={480} />}>
      {(file) => <Drawn file={file} />}
    </QueryView>
  )
}

/** Nothing of the file runs or loads anything: no embedded pages, and pictures as data. */
const options = {
  className: 'docx',
  inWrapper: false,
  ignoreFonts: true,
  renderAltChunks: false,
  renderComments: false,
  useBase64URL: true,
}

function Drawn({ file }: { file: Blob }) {
  const place = useRef<HTMLDivElement>(null)
  const [isUnreadable, setUnreadable] = useState(false)
  useEffect(() => {
    const into = place.current
    if (!into) return
    let isLeft = false
    const draw = async () => {
      const { renderAsync } = await import('docx-preview')
      // Drawn apart, so that the reader keeps what stands there until the new one is whole.
      const pages = document.createElement('div')
      await renderAsync(file, pages, pages, options)
      if (isLeft) return
      into.replaceChildren(...pages.childNodes)
      setUnreadable(false)
      fit(into)
    }
    draw().catch(() => setUnreadable(true))
    const watch = new ResizeObserver(() => fit(into))
    watch.observe(into)
    return () => {
      isLeft = true
      watch.disconnect()
    }
  }, [file])
  return (
    <article className={styles.document} aria-label="Nội dung báo cáo">
      {isUnreadable && <p>Chưa hiện được nội dung tệp ở đây. Hãy tải tệp Word để xem.</p>}
      <div ref={place} className={styles.pages} />
    </article>
  )
}

/** Pages have the width of paper; on a narrower screen they are made smaller. */
function fit(pages: HTMLElement): void {
  for (const page of pages.querySelectorAll<HTMLElement>(':scope > section')) {
    page.style.zoom = '1'
    page.style.zoom = String(Math.min(1, pages.clientWidth / page.offsetWidth))
  }
}
