import type { UseQueryResult } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ApiError } from '../lib/api-client.ts'
import { ProblemView } from './problem-view.tsx'
import styles from './query-view.module.css'
import { LoadingNote } from './skeleton.tsx'

type QueryViewProps<Data> = {
  query: UseQueryResult<Data>
  skeleton: ReactNode
  children: (data: Data) => ReactNode
}

/** Shows what a query has: its data, even when a later refresh failed, or why there is none yet. */
export function QueryView<Data>({ query, skeleton, children }: QueryViewProps<Data>) {
  const { data, error, isPlaceholderData, fetchStatus, refetch } = query
  const { unitCode } = useParams({ strict: false })
  if (error && (data === undefined || isPlaceholderData)) {
    const status = error instanceof ApiError ? error.problem.status : 0
    const home = (
      <p>
        <Link to="/">Về trang đầu</Link>
      </p>
    )
    return status === 404 ? (
      <ProblemView title="Không tìm thấy">
        <p>
          Không có nội dung ứng với địa chỉ này{unitCode && ` (mã đơn vị ${unitCode})`}. Chọn đơn vị ở đầu
          trang, hoặc về trang đầu.
        </p>
        {home}
      </ProblemView>
    ) : (
      <ProblemView error={error} onRetry={status >= 400 && status < 500 ? undefined : () => refetch()}>
        {home}
      </ProblemView>
    )
  }
  if (data !== undefined) {
    return (
      <div
        className={styles.data}
        data-outdated={isPlaceholderData || undefined}
        aria-busy={isPlaceholderData}
      >
        {isPlaceholderData && fetchStatus === 'paused' && (
          <p className={styles.stale} role="status">
            Chưa tải được nội dung vừa chọn vì mất mạng; dưới đây là nội dung trước đó.
          </p>
        )}
        {error && (
          <p className={styles.stale} role="status">
            Chưa cập nhật được, đang hiện số liệu đã tải lúc{' '}
            {new Date(query.dataUpdatedAt).toLocaleTimeString('vi-VN', {
              hour: '2-digit',
              minute: '2-digit',
            })}
            .{' '}
            <button type="button" className="plain-button" onClick={() => refetch()}>
              Thử lại
            </button>
          </p>
        )}
        {children(data)}
      </div>
    )
  }
  if (fetchStatus === 'paused') {
    return (
      <ProblemView title="Chưa có kết nối mạng">
        <p>
          Trang này chưa được tải lần nào nên chưa xem được khi mất mạng. Trang sẽ tự mở khi có mạng trở lại.
        </p>
      </ProblemView>
    )
  }
  return (
    <>
      <LoadingNote />
      {skeleton}
    </>
  )
}
