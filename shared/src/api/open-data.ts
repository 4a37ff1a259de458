import { z } from 'zod'
import { UnitType } from '../administrative-unit.ts'
import { Comparator } from '../indicators/figure.ts'
import { Indicator } from '../indicators/indicator.ts'
import { TargetKind } from '../indicators/target.ts'
import { Quarter } from '../quarter-schema.ts'
import { answer, sampleNotice } from './parts.ts'

/** Where the open data lie; these addresses stay. */
export const openDataUrl = '/api/open-data'

const title = (title: string, description?: string) => ({ title, ...(description && { description }) })

const unitCode = z.string().regex(/^\d{5}$/)
const notice = z
  .literal(sampleNotice)
  .nullable()
  .meta(title('Dấu dữ liệu minh họa', 'Chỉ có ở dữ liệu minh họa, không phải số liệu thật.'))

const indicator = Indicator.shape

/** The rows of each published table; their order is the order of the columns. */
export const openDataRows = {
  units: z.object({
    code: unitCode.meta(title('Mã đơn vị', 'Mã thống kê 5 chữ số của đơn vị hành chính cấp xã')),
    name: z.string().meta(title('Tên', 'Không kèm loại: Kiến An')),
    type: UnitType.meta(title('Loại đơn vị')),
    provinceCode: z.string().meta(title('Mã tỉnh, thành phố')),
    notice,
  }),
  indicators: z.object({
    number: z.int().meta(title('Số thứ tự', 'Trong Phụ lục 01, từ 1 đến 31')),
    groupCode: z.string().meta(title('Nhóm')),
    groupName: z.string().meta(title('Tên nhóm')),
    name: z.string().meta(title('Tên chỉ tiêu', 'Đúng như ghi trong kế hoạch')),
    shortName: z.string().meta(title('Tên gọn')),
    unitOfMeasure: indicator.unitOfMeasure.meta(title('Đơn vị tính')),
    direction: indicator.direction.meta(
      title('Chiều tốt lên', 'increase: càng cao càng tốt; decrease: càng thấp càng tốt'),
    ),
    frequency: indicator.frequency.meta(title('Kỳ báo cáo', 'quarterly: hằng quý; yearly: hằng năm')),
    numerator: z.string().nullable().meta(title('Tử số')),
    denominator: z.string().nullable().meta(title('Mẫu số')),
    notice,
  }),
  targets: z.object({
    unitCode: unitCode.meta(
      title(
        'Mã đơn vị',
        'Đơn vị có kế hoạch; kế hoạch của phường Kiến An (11443) là tham chiếu cho các đơn vị khác',
      ),
    ),
    indicatorNumber: z.int().meta(title('Số thứ tự chỉ tiêu')),
    milestone: z.int().meta(title('Mốc', 'Cuối năm')),
    text: z.string().meta(title('Mục tiêu như ghi trong kế hoạch')),
    kind: TargetKind.meta(
      title(
        'Cách đọc',
        'none: không đặt; atLeast: ít nhất; moreThan: trên; atMost: không quá; lessThan: dưới; reach: đạt; range: khoảng; unread: chưa đọc được',
      ),
    ),
    lower: z.number().nullable().meta(title('Cận dưới', 'Càng cao càng tốt: đạt từ giá trị này')),
    upper: z.number().nullable().meta(title('Cận trên', 'Càng thấp càng tốt: đạt khi không quá giá trị này')),
    aspirational: z.boolean().meta(title('Phấn đấu')),
    strict: z.boolean().meta(title('Không kể cận', 'Đúng bằng cận thì chưa đạt: trên, dưới')),
    object: z
      .string()
      .nullable()
      .meta(title('Tính trên', 'Đối tượng mà con số tính trên đó, như ghi trong kế hoạch')),
    notice,
  }),
  measurements: z.object({
    unitCode: unitCode.meta(title('Mã đơn vị')),
    indicatorNumber: z.int().meta(title('Số thứ tự chỉ tiêu')),
    period: Quarter.meta(title('Kỳ số liệu', '2026-Q3 là quý III/2026')),
    value: z
      .number()
      .nullable()
      .meta(title('Kết quả', 'Theo đơn vị tính của chỉ tiêu; trống khi mẫu số bằng 0. 0 là một giá trị')),
    numerator: z.number().nullable().meta(title('Tử số')),
    denominator: z.number().nullable().meta(title('Mẫu số')),
    comparator: Comparator.nullable().meta(
      title('So sánh', 'greaterThan: nguồn chỉ nêu kết quả lớn hơn giá trị này'),
    ),
    approvedAt: z.iso.datetime().meta(title('Thời điểm duyệt', 'ISO 8601, giờ quốc tế (UTC)')),
    notice,
  }),
}
export type OpenDataTable = keyof typeof openDataRows

/** A published table as JSON. */
export const openDataAnswer = <Table extends OpenDataTable>(table: Table) =>
  answer({ items: z.array(openDataRows[table]) })
