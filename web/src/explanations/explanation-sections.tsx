import type { ExplanationItem } from '@moc57/shared/api'
import type { ReactNode } from 'react'
import { CardList } from '../ui/card-list.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { isOnMe, isOver } from './wording.ts'

type ExplanationSectionsProps<Item extends ExplanationItem> = {
  items: readonly Item[]
  children: (item: Item) => ReactNode
}

/** What the account has to do first, then what others have to do, then what is over. */
export function ExplanationSections<Item extends ExplanationItem>({
  items,
  children,
}: ExplanationSectionsProps<Item>) {
  const sections = [
    { title: 'Việc chờ đồng chí xử lý', items: items.filter(isOnMe) },
    { title: 'Đang chờ người khác', items: items.filter((item) => !isOnMe(item) && !isOver(item)) },
    { title: 'Đã kết thúc', items: items.filter(isOver) },
  ]
  if (items.length === 0) {
    return (
      <EmptyState title="Chưa có yêu cầu giải trình">
        <p>
          Lãnh đạo chỉ đạo hoặc thành phố gửi yêu cầu từ trang của chỉ tiêu hoặc khi duyệt số liệu; yêu cầu
          hiện tại đây.
        </p>
      </EmptyState>
    )
  }
  return sections
    .filter((section) => section.items.length > 0)
    .map((section) => (
      <section key={section.title} className="stack tight">
        <h2>
          {section.title} ({section.items.length})
        </h2>
        <CardList>{section.items.map(children)}</CardList>
      </section>
    ))
}
