import type { PlanChangeInput } from '@moc57/shared'
import type { NewRevision } from '../measurements/measurements.ts'

type Figure = NewRevision['figure']

/** An indicator of a unit's own with its made-up figures, quarter by quarter from 2025-Q1; `null` where none came in. */
type SampleIndicator = NonNullable<PlanChangeInput['indicators']>[number] & { figures: (Figure | null)[] }

export type SamplePlan = Pick<PlanChangeInput, 'effectiveFrom' | 'reason' | 'adopts' | 'targets'> & {
  unitCode: string
  recordedOn: string
  indicators?: SampleIndicator[]
}

const sinceTheBeginning = { effectiveFrom: '2025-Q1', recordedOn: '2025-03-10' }

const target = (number: number, milestone: number, text: string) => ({ number, milestone, text })
const targets = (texts: Record<number, string>) =>
  Object.entries(texts).map(([milestone, text]) => ({ milestone: Number(milestone), text }))
const values = (...of: (number | null)[]) => of.map((value) => (value === null ? null : { value }))
const counts = (...of: [numerator: number, denominator: number][]) =>
  of.map(([numerator, denominator]) => ({ numerator, denominator }))

/*
 * Made-up plans of a dozen units that depart from the reference plan, so that every kind of target can be seen:
 * other years, no target at all, ceilings, counts, people, ranges, a rank, what is there or is not, and texts that
 * nobody could read. They are changes of a plan like any other.
 */
export const samplePlans: SamplePlan[] = [
  {
    unitCode: '11948',
    ...sinceTheBeginning,
    reason: 'Không đặt mục tiêu 6G; phần mềm quản trị chỉ đặt đến năm 2025',
    targets: [
      ...[2025, 2030, 2035, 2040, 2045].map((milestone) => target(4, milestone, '-')),
      ...[2030, 2035, 2040, 2045].map((milestone) => target(30, milestone, '-')),
    ],
  },
  {
    unitCode: '10660',
    ...sinceTheBeginning,
    reason: 'Đặt thêm mục tiêu cho năm 2026',
    targets: [target(1, 2026, '≥70%'), target(20, 2026, 'trên 75%'), target(23, 2026, 'Tối thiểu 75%')],
  },
  {
    unitCode: '11581',
    ...sinceTheBeginning,
    reason: 'Kiểm soát hồ sơ trễ hạn',
    indicators: [
      {
        groupCode: 'IV',
        name: 'Tỷ lệ hồ sơ thủ tục hành chính giải quyết trễ hạn',
        shortName: 'Hồ sơ giải quyết trễ hạn',
        unitOfMeasure: '%',
        naturalMaximum: 100,
        direction: 'decrease',
        numerator: 'Số hồ sơ giải quyết trễ hạn',
        denominator: 'Số hồ sơ đã giải quyết trong kỳ',
        targets: targets({ 2025: 'Không quá 5%', 2026: 'Không quá 3%', 2030: 'dưới 2%' }),
        figures: counts(
          [412, 5034],
          [371, 5122],
          [338, 4987],
          [301, 5060],
          [262, 5148],
          [231, 5091],
          [214, 5203],
        ),
      },
    ],
  },
  {
    unitCode: '11617',
    ...sinceTheBeginning,
    reason: 'Rút ngắn thời gian giải quyết hồ sơ',
    indicators: [
      {
        groupCode: 'IV',
        name: 'Thời gian giải quyết trung bình một hồ sơ đất đai',
        shortName: 'Thời gian giải quyết hồ sơ đất đai',
        unitOfMeasure: 'giờ',
        naturalMaximum: null,
        direction: 'decrease',
        targets: targets({ 2025: 'giảm còn 60 giờ', 2030: 'Không quá 40 giờ', 2035: 'dưới 30 giờ' }),
        figures: values(72, 69.5, 66, 58.5, 57.5, 59, 61),
      },
    ],
  },
  {
    unitCode: '11674',
    ...sinceTheBeginning,
    reason: 'Ban hành kế hoạch của xã, áp dụng danh mục chỉ tiêu chung',
    adopts: true,
    indicators: [
      {
        groupCode: 'IV',
        name: 'Số tổ công nghệ số cộng đồng hoạt động thường xuyên',
        shortName: 'Tổ công nghệ số cộng đồng',
        unitOfMeasure: 'tổ',
        naturalMaximum: null,
        frequency: 'yearly',
        targets: targets({ 2025: '18 tổ', 2026: '26 tổ', 2030: '26/26 tổ' }),
        figures: values(null, null, null, 16, null, null, null),
      },
    ],
  },
  {
    unitCode: '11668',
    ...sinceTheBeginning,
    reason: 'Chờ hướng dẫn của thành phố',
    targets: [target(12, 2030, 'theo hướng dẫn của thành phố'), target(31, 2030, '...')],
  },
  {
    unitCode: '11629',
    ...sinceTheBeginning,
    reason: 'Tập huấn kỹ năng số cho người dân',
    indicators: [
      {
        groupCode: 'II',
        name: 'Số lượt người dân được tập huấn kỹ năng số trong năm',
        shortName: 'Người dân được tập huấn kỹ năng số',
        unitOfMeasure: 'người',
        naturalMaximum: null,
        targets: targets({ 2025: '1.000 người', 2026: 'trên 1.500 người', 2030: 'tối thiểu 4.000 người' }),
        figures: values(240, 505, 780, 1045, 1160, 1275, 1390),
      },
      {
        groupCode: 'IV',
        name: 'Số sự cố mất an toàn thông tin phải xử lý trong năm',
        shortName: 'Sự cố an toàn thông tin',
        unitOfMeasure: 'sự cố',
        naturalMaximum: null,
        direction: 'decrease',
        targets: targets({ 2025: 'tối đa 4 sự cố', 2030: 'không có sự cố' }),
        figures: values(6, 5, 5, 3, 3, 2, 2),
      },
    ],
  },
  {
    unitCode: '11593',
    ...sinceTheBeginning,
    reason: 'Đặt mục tiêu theo khoảng cho các năm giữa hai mốc',
    targets: [target(10, 2027, '80 - 90%'), target(23, 2028, 'Phấn đấu 75 - 80%')],
  },
  {
    unitCode: '10645',
    ...sinceTheBeginning,
    reason: 'Thêm sản phẩm của xã',
    indicators: [
      {
        groupCode: 'IV',
        name: 'Cổng thông tin điện tử của xã đáp ứng yêu cầu về trang tin cấp xã',
        shortName: 'Cổng thông tin điện tử đạt yêu cầu',
        unitOfMeasure: 'có/chưa',
        naturalMaximum: 1,
        targets: targets({ 2025: '-', 2026: 'Hoàn thành', 2030: 'Có' }),
        figures: values(0, 0, 0, 0, 0, 1, 1),
      },
    ],
  },
  {
    unitCode: '11647',
    effectiveFrom: '2026-Q2',
    recordedOn: '2026-04-06',
    reason: 'Nâng mục tiêu sau sơ kết quý I năm 2026',
    targets: [target(18, 2030, 'trên 25%'), target(28, 2026, '≥5%')],
  },
  {
    unitCode: '10792',
    ...sinceTheBeginning,
    reason: 'Kiểm soát việc xử lý phản ánh, kiến nghị',
    indicators: [
      {
        groupCode: 'IV',
        name: 'Tỷ lệ phản ánh, kiến nghị xử lý quá hạn',
        shortName: 'Phản ánh, kiến nghị quá hạn',
        unitOfMeasure: '%',
        naturalMaximum: 100,
        direction: 'decrease',
        targets: targets({ 2025: 'Không quá 8%', 2030: 'Không quá 5%' }),
        figures: values(9.2, 8.8, 8.1, 7.6, 6.4, 5.2, 4.7),
      },
    ],
  },
  {
    unitCode: '11473',
    ...sinceTheBeginning,
    reason: 'Phấn đấu nâng thứ hạng chuyển đổi số',
    indicators: [
      {
        groupCode: 'IV',
        name: 'Thứ hạng chuyển đổi số trong các phường, xã của thành phố',
        shortName: 'Thứ hạng chuyển đổi số',
        unitOfMeasure: 'thứ hạng',
        naturalMaximum: 114,
        direction: 'decrease',
        frequency: 'yearly',
        targets: targets({ 2025: 'thuộc nhóm 30 đơn vị dẫn đầu', 2026: 'Top 20', 2030: 'Top 10' }),
        figures: values(null, null, null, 34, null, null, null),
      },
    ],
  },
]
