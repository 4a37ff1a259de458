import { Link } from '@tanstack/react-router'
import { ProblemView } from '../ui/problem-view.tsx'

export function NotFoundPage() {
  return (
    <ProblemView title="Không có trang này">
      <p>Địa chỉ có thể đã gõ thiếu hoặc trang đã đổi chỗ. Chọn đơn vị ở đầu trang, hoặc về trang đầu.</p>
      <p>
        <Link to="/">Về trang đầu</Link>
      </p>
    </ProblemView>
  )
}
