import type { ReactNode } from 'react'
import { ApiError } from '../lib/api-client.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import styles from './problem-view.module.css'

type ProblemViewProps = {
  /** What was thrown; an `ApiError` brings its own words. */
  error?: unknown
  title?: string
  children?: ReactNode
  onRetry?: (() => void) | undefined
}

/** Where content cannot be shown: what happened, what to do, and a way on. */
export function ProblemView({ error, title, children, onRetry }: ProblemViewProps) {
  const problem = error instanceof ApiError ? error.problem : undefined
  const heading = title ?? problem?.title ?? 'Trang gặp lỗi'
  useDocumentTitle(heading)
  return (
    <section className={styles.problem} role="alert">
      <h1>{heading}</h1>
      <p>
        {problem?.detail ??
          (error === undefined ? null : 'Tải lại trang. Nếu vẫn lỗi, đề nghị báo người quản trị hệ thống.')}
      </p>
      {problem?.errors && (
        <ul>
          {problem.errors.map((field) => (
            <li key={field.pointer}>{field.detail}</li>
          ))}
        </ul>
      )}
      {children}
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          Thử lại
        </button>
      )}
    </section>
  )
}
