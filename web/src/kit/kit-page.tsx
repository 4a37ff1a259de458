import { useState } from 'react'
import { ApiError } from '../lib/api-client.ts'
import { Badge } from '../ui/badge.tsx'
import { Callout } from '../ui/callout.tsx'
import { Card, CardList } from '../ui/card-list.tsx'
import { Choices } from '../ui/choices.tsx'
import { DateField } from '../ui/date-field.tsx'
import { FormDialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { CheckField, ChoiceField, TextArea, TextField } from '../ui/field.tsx'
import { Figure } from '../ui/figure.tsx'
import { FileField } from '../ui/file-field.tsx'
import { Form } from '../ui/form.tsx'
import { MoneyField } from '../ui/money-field.tsx'
import { Page, PageHead, Section } from '../ui/page.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { Tabs } from '../ui/tabs.tsx'

type Fruit = { name: string; weight: number; note: string }

const fruits: readonly Fruit[] = [
  { name: 'Cam', weight: 980.5, note: '' },
  { name: 'Xoài', weight: 1250, note: 'Loại quả to, vỏ vàng, để được một tuần ở chỗ mát' },
  { name: 'Ổi', weight: 0, note: 'Chưa đến mùa' },
]

const columns: readonly Column<Fruit>[] = [
  {
    title: 'Tên',
    kind: 'name',
    cell: ({ name }) => name,
    compare: (one, other) => one.name.localeCompare(other.name, 'vi'),
  },
  {
    title: 'Khối lượng (kg)',
    kind: 'number',
    cell: ({ weight }) => weight.toLocaleString('vi-VN'),
    compare: (one, other) => one.weight - other.weight,
    isIdle: ({ weight }) => weight === 0,
  },
  { title: 'Ghi chú', card: 'line', cell: ({ note }) => note },
  {
    title: 'Thao tác',
    hideTitle: true,
    kind: 'actions',
    cell: ({ name }) => (
      <button type="button" className="plain-button">
        Sửa<span className="visually-hidden"> {name}</span>
      </button>
    ),
  },
]

const options = [
  { value: 'mot', label: 'Loại một' },
  { value: 'hai', label: 'Loại hai' },
]

const refused = new ApiError({
  type: 'about:blank',
  title: 'Chưa ghi được',
  status: 422,
  detail: 'Có ô chưa đúng.',
  errors: [{ pointer: '#/name', detail: 'Tên này đã có.' }],
})

/** Every part of the kit in every state, in development only: what a page may be made of. */
export function KitPage() {
  const [isOpen, setOpen] = useState(false)
  const [shown, setShown] = useState('mot')
  const [day, setDay] = useState<string | undefined>('2026-03-05')
  return (
    <main style={{ maxWidth: 1100, margin: '0 auto', padding: 16 }}>
      <Page>
        <PageHead
          title={
            <>
              Bộ phận giao diện <span>mỗi bộ phận, mọi trạng thái</span>
            </>
          }
          sentence="Mỗi trang mở đầu bằng một câu nói điều quan trọng nhất."
          takeAway={{ file: (extension) => `/kit.${extension}` }}
        />
        <Section title="Table">
          <Table
            caption="Quả trong kho"
            showCaption
            columns={columns}
            rows={fruits}
            rowKey={(row) => row.name}
          />
          <Table
            caption="Theo nhóm, chữ nhỏ"
            showCaption
            dense
            columns={columns.slice(0, 3)}
            groups={[
              { key: 'a', title: 'Nhóm một', rows: fruits.slice(0, 2) },
              { key: 'b', title: 'Nhóm hai', rows: fruits.slice(2) },
            ]}
            rowKey={(row) => row.name}
            rowProps={(row) => ({
              'data-here': row.name === 'Cam' || undefined,
              'data-faint': row.name === 'Ổi' || undefined,
            })}
            foot={
              <tr>
                <th scope="row">Cộng</th>
                <td data-kind="number" data-label="Khối lượng (kg)">
                  2.230,5
                </td>
                <td data-idle />
              </tr>
            }
          />
          <Table
            caption="Giữ dạng bảng trên điện thoại"
            showCaption
            staysTable
            columns={columns.slice(0, 2)}
            rows={fruits}
            rowKey={(row) => row.name}
          />
          <Table
            caption="Trống"
            columns={columns}
            rows={[]}
            rowKey={(row) => row.name}
            empty="Chưa có dòng nào."
          />
        </Section>
        <Section title="Badge, Callout">
          <p className="row">
            <Badge tone="alarm">Quá hạn</Badge> <Badge tone="waiting">Chờ duyệt</Badge>
            <Badge tone="good">Đạt</Badge> <Badge tone="quiet">Chưa đến</Badge>
          </p>
          <Callout title="Biết thêm">Một điều nên biết.</Callout>
          <Callout tone="warn">Cần để ý: bản sao lưu nằm cùng ổ đĩa.</Callout>
          <Callout tone="alarm" title="Chưa ghi được">
            Kiểm tra đường truyền rồi thử lại.
          </Callout>
          <Callout tone="quiet">Không có gì phải làm.</Callout>
          <EmptyState title="Chưa có số liệu">
            <p>Nhập số liệu của quý để xem kết quả.</p>
          </EmptyState>
        </Section>
        <Section title="Tabs, Choices">
          <Tabs label="Các góc nhìn">
            <a href="#bang" aria-current="page">
              Bảng
            </a>
            <a href="#ban-do">Bản đồ</a>
          </Tabs>
          <Choices
            legend="Cách xem"
            joined
            options={options}
            isChosen={(value) => value === shown}
            onChoose={setShown}
          />
          <Choices
            legend="Lọc"
            options={[
              {
                value: 'a',
                status: 'missed',
                label: (
                  <>
                    Không đạt <strong>3</strong>
                  </>
                ),
              },
              {
                value: 'b',
                status: 'achieved',
                label: (
                  <>
                    Đạt <strong>12</strong>
                  </>
                ),
              },
              { value: 'c', label: 'Tất cả' },
            ]}
            isChosen={(value) => value === 'a'}
            onChoose={() => undefined}
          />
        </Section>
        <Section title="CardList">
          <CardList>
            <Card title="Việc thứ nhất" beside={<Badge tone="alarm">Quá hạn</Badge>} isUrgent>
              Nội dung của việc.
            </Card>
            <Card title="Việc thứ hai">Nội dung của việc.</Card>
          </CardList>
        </Section>
        <Section title="Form, Field, Select, DateField, FileField">
          <Form
            label="Biểu mẫu"
            error={refused}
            required={{ note: 'Hãy ghi lý do.', day: 'Hãy chọn ngày.' }}
            onSubmit={() => undefined}
            actions={
              <div className="row">
                <button type="submit" className="button primary">
                  Ghi
                </button>
                <button type="button" className="button">
                  Thôi
                </button>
                <button type="button" className="button primary" disabled>
                  Đang ghi…
                </button>
                <button type="button" className="plain-button">
                  Bỏ
                </button>
              </div>
            }
          >
            <TextField name="name" label="Tên" hint="Ghi như trong kế hoạch" />
            <TextArea name="note" label="Lý do" />
            <ChoiceField name="kind" label="Loại" options={options} />
            <DateField name="day" label="Ngày ban hành" />
            <MoneyField name="money" label="Số tiền" initial={1_250_000_000} />
            <CheckField name="shared" label="Máy dùng chung" hint="Phiên kết thúc khi đóng trình duyệt." />
          </Form>
          <div className="row">
            <SelectField label="Nhóm" value="mot" options={options} onChange={() => undefined} />
            <SelectField label="Loại" value="hai" active options={options} onChange={() => undefined} />
            <DateField
              label="Đến ngày"
              inRow
              value={day}
              active={day !== undefined}
              min="2025-01-01"
              max="2026-12-31"
              onChange={setDay}
            />
            <output>{day ?? 'không chọn ngày'}</output>
          </div>
          <FileField
            label="Chọn tệp"
            hint="Tệp .xlsx, không quá 5 MB"
            accept=".xlsx"
            onChoose={() => undefined}
          />
          <FileField label="Đang gửi" hint="Tệp .xlsx" accept=".xlsx" isBusy onChoose={() => undefined} />
        </Section>
        <Section title="Dialog">
          <button type="button" className="button fit" onClick={() => setOpen(true)}>
            Mở hộp thoại
          </button>
          {isOpen && (
            <FormDialog
              title="Ghi ngày"
              submitLabel="Ghi"
              required={{ heldOn: 'Hãy chọn ngày kiểm tra.' }}
              onSubmit={({ heldOn }) => {
                setDay(heldOn)
                setOpen(false)
              }}
              onClose={() => setOpen(false)}
            >
              <p>Ngày ghi ở đây hiện ra ở hàng trên.</p>
              <DateField name="heldOn" label="Ngày kiểm tra" max="2026-12-31" />
            </FormDialog>
          )}
        </Section>
        <Section title="Figure">
          <Figure height={60} caption="Số đơn vị theo giá trị">
            <svg width="200" height="60" aria-hidden="true">
              <rect x="10" y="20" width="40" height="40" fill="var(--blue)" />
              <rect x="60" y="5" width="40" height="55" fill="var(--track)" />
            </svg>
          </Figure>
        </Section>
        <Section title="Skeleton">
          <Skeleton height={40} />
        </Section>
      </Page>
    </main>
  )
}
