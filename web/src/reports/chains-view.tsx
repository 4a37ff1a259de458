import { chainBreakText } from '@moc57/shared'
import { Callout } from '../ui/callout.tsx'
import { Page, PageHead } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import type { CheckedChains } from './verification-queries.ts'

/** The check of every chain, with the first break of each that does not hold. */
export function ChainsView({ checked }: { checked: CheckedChains }) {
  const { units, links, figures, breaks } = checked
  const count = (number: number) => number.toLocaleString('vi-VN')
  return (
    <Page>
      <PageHead
        title="Kiểm chứng chuỗi duyệt"
        sentence={
          breaks.length === 0
            ? 'Mọi chuỗi đều liền mạch: số liệu đã duyệt và báo cáo đã lập không bị sửa.'
            : `${breaks.length} đơn vị có chuỗi bị đứt.`
        }
      >
        <p className="note">
          Đã kiểm {count(units)} đơn vị, {count(links)} mắt xích, {count(figures)} số liệu đã duyệt. Mỗi lần
          mở trang là một lần kiểm lại từ đầu.
        </p>
      </PageHead>
      {breaks.length > 0 && (
        <>
          <Callout tone="alarm" title="Giữ nguyên tệp dữ liệu">
            Đối chiếu với bản sao lưu gần nhất trước khi nhập hay duyệt thêm.
          </Callout>
          <Table
            caption="Chỗ đứt đầu tiên của từng đơn vị"
            rows={breaks}
            rowKey={({ unitCode }) => unitCode}
            columns={[
              { title: 'Đơn vị', cell: ({ unitName }) => unitName, kind: 'name' },
              { title: 'Chỗ đứt đầu tiên', cell: chainBreakText },
            ]}
          />
        </>
      )}
    </Page>
  )
}
