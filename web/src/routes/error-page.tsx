import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ProblemView } from '../ui/problem-view.tsx'

/** Catches what a page throws, failed queries and unforeseen errors alike. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const queries = useQueryErrorResetBoundary()
  useEffect(() => queries.reset(), [queries])
  return (
    <ProblemView error={error} onRetry={reset}>
      <p>
        <Link to="/">Về trang đầu</Link>
      </p>
    </ProblemView>
  )
}
