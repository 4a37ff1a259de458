import {
  capitalize,
  chainBreakText,
  formatMoment,
  quarterLabel,
  reportPeriodInText,
  unitTitle,
} from '@moc57/shared'
import { Callout } from '../ui/callout.tsx'
import { Page, PageHead, Section } from '../ui/page.tsx'
import { Table } from '../ui/table.tsx'
import type { Proof } from './verification-queries.ts'

/** What a paper says of itself to whoever has it in hand. */
export function ProofView({ proof }: { proof: Proof }) {
  const { unit, period, isDraft, madeAt, code, hash, firstBreak, figures, approvals, changes } = proof
  const title = `Báo cáo ${reportPeriodInText(period)} của ${unitTitle(unit)}`
  return (
    <Page>
      <PageHead title={title} sentence={verdictOf(proof)}>
        <p className="note">
          Mã kiểm chứng {code.match(/.{1,4}/g)?.join('-')}, lập lúc {formatMoment(madeAt)}.
        </p>
      </PageHead>
      {firstBreak && (
        <Callout tone="alarm" title="Số liệu lưu trữ của đơn vị không còn nguyên vẹn">
          {`${chainBreakText(firstBreak)} Hãy báo quản trị hệ thống trước khi dùng báo cáo này.`}
        </Callout>
      )}
      {isDraft && (
        <Callout tone="warn" title="Đây là bản dự thảo">
          Bản dự thảo có số liệu chưa duyệt nên không công bố số liệu ở đây.
        </Callout>
      )}
      {changes.length > 0 && (
        <Section title="Thay đổi sau khi lập báo cáo">
          <Table
            caption="Số liệu được duyệt lại sau khi lập báo cáo"
            rows={changes}
            rowKey={({ number, period }) => `${number} ${period}`}
            columns={[
              { title: 'Chỉ tiêu', cell: ({ number }) => number, kind: 'number' },
              { title: 'Quý', cell: ({ period }) => quarterLabel(period) },
              { title: 'Trong báo cáo', cell: ({ printed }) => printed, kind: 'number' },
              { title: 'Hiện nay', cell: ({ now }) => now, kind: 'number' },
              { title: 'Duyệt lúc', cell: ({ at }) => formatMoment(at) },
            ]}
          />
        </Section>
      )}
      {figures.length > 0 && (
        <Section title="Số liệu in trong báo cáo">
          <Table
            caption="Số liệu in trong báo cáo"
            dense
            rows={figures}
            rowKey={({ number }) => number}
            columns={[
              { title: 'Số', cell: ({ number }) => number, kind: 'number' },
              { title: 'Chỉ tiêu', cell: ({ name }) => name, kind: 'name' },
              { title: 'Kết quả', cell: ({ text }) => text, kind: 'number' },
              { title: 'Trạng thái', cell: ({ status }) => status },
            ]}
          />
        </Section>
      )}
      {approvals.length > 0 && (
        <Section title="Ai duyệt, khi nào">
          <ul>
            {approvals.map(({ by, at, period, numbers }) => (
              <li key={`${at} ${numbers.join()}`}>
                {capitalize(by)} duyệt {quarterLabel(period).toLowerCase()} lúc {formatMoment(at)}: chỉ tiêu{' '}
                {numbers.join(', ')}.
              </li>
            ))}
          </ul>
        </Section>
      )}
      {hash && (
        <p className="note">
          Mã băm SHA-256 của báo cáo trong chuỗi duyệt: <code>{hash}</code>
        </p>
      )}
    </Page>
  )
}

/** One sentence on whether the paper can be relied on. */
function verdictOf({ firstBreak, isDraft, changes }: Proof): string {
  if (firstBreak)
    return 'Báo cáo có thật trong phần mềm, nhưng số liệu lưu trữ của đơn vị đã bị sửa ngoài phần mềm.'
  if (isDraft) return 'Báo cáo có thật trong phần mềm và là bản dự thảo, chưa có giá trị báo cáo.'
  return changes.length > 0
    ? `Báo cáo có thật và nguyên vẹn; từ khi lập đến nay có ${changes.length} số liệu được duyệt lại.`
    : 'Báo cáo có thật, nguyên vẹn; từ khi lập đến nay số liệu không thay đổi.'
}
