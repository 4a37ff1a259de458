import type { ExplanationEvent } from '@moc57/shared'
import type { NewBudgetLine } from '../budget/budget.ts'
import type { NewExplanation } from '../explanations/explanations.ts'
import type { NewAssessment, NewInspection } from '../inspections/inspections.ts'
import type { NewTaskUpdate } from '../tasks/tasks.ts'

/** Something done on a day `2026-11-22`. */
type On<Row> = Omit<Row, 'unitCode' | 'basedOn' | 'isRemoved' | 'by' | 'at'> & { on: string }

/*
 * Made-up work of phường Kiến An, so that every state of an explanation, a task, a ledger and an inspection can be
 * seen. None of it happened; every page of a sample database says so.
 */

type SampleExplanation = Omit<On<NewExplanation>, 'addressee' | 'leadBodyId' | 'on'> & {
  unitCode?: string
  leadBodyId?: string
  askedOn: string
  events: (Partial<ExplanationEvent> & Pick<ExplanationEvent, 'action'> & { on: string })[]
}

export const sampleExplanations: SampleExplanation[] = [
  {
    number: 27,
    period: '2026-Q2',
    question: 'Kết quả quý II giảm so với quý I. Nguyên nhân và hướng khắc phục?',
    askedAs: 'leader',
    leadBodyId: 'kinh-te-ha-tang-do-thi',
    askedOn: '2026-07-02',
    dueOn: '2026-07-15',
    events: [
      {
        action: 'answer',
        cause: 'Một số doanh nghiệp nhỏ tạm dừng hoạt động nên không còn dùng phần mềm.',
        measure: 'Phối hợp nhà cung cấp hỗ trợ dùng thử ba tháng cho doanh nghiệp mới.',
        doneBy: '2026-09-30',
        on: '2026-07-10',
      },
      { action: 'accept', on: '2026-07-13' },
    ],
  },
  {
    number: 1,
    period: '2026-Q3',
    question:
      'Tốc độ phủ sóng chưa theo kịp lộ trình đến năm 2030. Đề nghị nêu khu vực còn thiếu trạm và kế hoạch bổ sung.',
    askedAs: 'leader',
    leadBodyId: 'van-hoa-xa-hoi',
    askedOn: '2026-10-05',
    dueOn: '2026-10-20',
    events: [],
  },
  {
    number: 28,
    period: '2026-Q3',
    question: 'Số người dân có chữ ký số tăng chậm. Đã phối hợp nhà cung cấp chữ ký số thế nào?',
    askedAs: 'leader',
    leadBodyId: 'cong-an',
    askedOn: '2026-11-10',
    dueOn: '2026-12-31',
    events: [],
  },
  {
    number: 6,
    period: '2026-Q3',
    question: 'Tỷ lệ chi quý III dưới 3%. Phần chưa giải ngân vướng ở đâu?',
    askedAs: 'leader',
    leadBodyId: 'kinh-te-ha-tang-do-thi',
    askedOn: '2026-10-06',
    dueOn: '2026-10-25',
    events: [
      {
        action: 'answer',
        cause: 'Gói mua sắm thiết bị đang thẩm định giá nên chưa ký hợp đồng.',
        measure: 'Hoàn thành thẩm định trong tháng 11, giải ngân trong tháng 12.',
        doneBy: '2026-12-20',
        on: '2026-10-22',
      },
    ],
  },
  {
    number: 23,
    period: '2026-Q3',
    question: 'Tỷ lệ hồ sơ xử lý trực tuyến còn thấp hơn mốc. Lĩnh vực nào kéo tỷ lệ xuống?',
    askedAs: 'leader',
    leadBodyId: 'cac-phong-ban-nganh-don-vi',
    askedOn: '2026-10-05',
    dueOn: '2026-10-15',
    events: [
      {
        action: 'answer',
        cause: 'Hồ sơ đất đai chủ yếu vẫn nộp trực tiếp vì thiếu bản điện tử của giấy tờ cũ.',
        measure: 'Số hóa giấy tờ tại bộ phận một cửa khi tiếp nhận; bố trí thêm hai người hướng dẫn.',
        doneBy: '2026-12-15',
        on: '2026-10-12',
      },
      { action: 'accept', reason: 'Đưa vào báo cáo quý.', on: '2026-10-14' },
    ],
  },
  {
    number: 22,
    period: '2026-Q3',
    question: 'Còn bao nhiêu thủ tục đủ điều kiện chưa cung cấp toàn trình?',
    askedAs: 'leader',
    leadBodyId: 'cac-phong-ban-nganh-don-vi',
    askedOn: '2026-10-05',
    dueOn: '2026-10-20',
    events: [
      {
        action: 'answer',
        cause: 'Mười hai thủ tục còn chờ thành phố kết nối dữ liệu.',
        measure: 'Gửi danh sách đề nghị Sở Khoa học và Công nghệ kết nối trong quý IV.',
        doneBy: '2026-12-31',
        on: '2026-10-18',
      },
    ],
  },
  {
    number: 18,
    period: '2026-Q3',
    question: 'Vì sao số doanh nghiệp đổi mới quy trình chưa tăng?',
    askedAs: 'leader',
    leadBodyId: 'kinh-te-ha-tang-do-thi',
    askedOn: '2026-10-07',
    dueOn: '2026-10-20',
    events: [
      {
        action: 'answer',
        cause: 'Chưa có lớp tập huấn về đổi mới mô hình kinh doanh trong năm.',
        measure: 'Tổ chức hai lớp trong quý IV, mời doanh nghiệp đã chuyển đổi chia sẻ.',
        doneBy: '2026-12-10',
        on: '2026-10-16',
      },
      { action: 'accept', on: '2026-10-19' },
    ],
  },
  {
    number: 8,
    period: '2026-Q3',
    question: 'Còn bao nhiêu cán bộ chưa được bồi dưỡng, khi nào xong?',
    askedAs: 'leader',
    leadBodyId: 'van-hoa-xa-hoi',
    askedOn: '2026-10-08',
    dueOn: '2026-10-22',
    events: [
      {
        action: 'answer',
        cause: 'Một số cán bộ mới chuyển về sau sắp xếp.',
        measure: 'Bồi dưỡng bổ sung.',
        doneBy: '2027-03-31',
        on: '2026-10-20',
      },
      {
        action: 'return',
        reason: 'Chưa nêu số người và lịch cụ thể.',
        dueOn: '2026-12-31',
        on: '2026-11-02',
      },
    ],
  },
  {
    number: 20,
    period: '2026-Q3',
    question: 'Số giao dịch phi tiếp xúc khác xa các phường lân cận. Đề nghị kiểm tra lại cách tính.',
    askedAs: 'city',
    leadBodyId: 'cac-phong-ban-nganh-don-vi',
    askedOn: '2026-10-12',
    dueOn: '2026-10-31',
    events: [
      {
        action: 'answer',
        cause: 'Chưa tính giao dịch qua bưu chính công ích.',
        measure: 'Đã rà soát, sẽ đính chính từ quý IV.',
        doneBy: '2026-12-14',
        on: '2026-10-28',
      },
    ],
  },
  {
    number: 30,
    period: '2026-Q2',
    question: 'Số đơn vị dùng phần mềm thống nhất thay đổi giữa hai quý?',
    askedAs: 'leader',
    leadBodyId: 'cac-phong-ban-nganh-don-vi',
    askedOn: '2026-07-03',
    dueOn: '2026-07-20',
    events: [{ action: 'withdraw', reason: 'Số liệu đã được đính chính.', on: '2026-07-06' }],
  },
  {
    unitCode: '11680',
    number: 22,
    period: '2026-Q3',
    question: 'Đề nghị giải trình việc chậm cung cấp dịch vụ công toàn trình.',
    askedAs: 'city',
    askedOn: '2026-10-12',
    dueOn: '2026-10-30',
    events: [],
  },
]

export const sampleTaskUpdates: On<NewTaskUpdate>[] = [
  {
    taskNumber: 1,
    period: '2025-Q3',
    status: 'completed',
    note: 'Tổ chức ba hội nghị quán triệt, phát tài liệu tới các tổ dân phố.',
    result: '100% chi bộ đã học tập.',
    spent: 38_500_000,
    people: 12,
    completedOn: '2025-08-25',
    on: '2025-09-12',
  },
  {
    taskNumber: 2,
    period: '2025-Q4',
    status: 'completed',
    note: 'Kế hoạch đã ký ban hành.',
    result: 'Kế hoạch của UBND phường.',
    spent: 0,
    people: 5,
    completedOn: '2025-10-21',
    on: '2025-12-10',
  },
  {
    taskNumber: 3,
    period: '2026-Q3',
    status: 'inProgress',
    note: 'Sáu trong chín đơn vị đã ban hành kế hoạch; ba trường học đang hoàn thiện.',
    people: 9,
    on: '2026-09-11',
  },
  {
    taskNumber: 4,
    period: '2025-Q4',
    status: 'completed',
    note: 'Đã giao dự toán năm 2026.',
    result: 'Nghị quyết phân bổ ngân sách năm 2026.',
    spent: 0,
    people: 3,
    completedOn: '2025-12-19',
    on: '2025-12-12',
  },
  {
    taskNumber: 4,
    period: '2026-Q3',
    status: 'inProgress',
    note: 'Đang lập dự toán năm 2027, dành tối thiểu 3% cho KHCN, ĐMST, CĐS.',
    people: 4,
    on: '2026-09-10',
  },
  {
    taskNumber: 5,
    period: '2026-Q3',
    status: 'inProgress',
    note: 'Trình hai quy chế về dữ liệu dùng chung.',
    people: 6,
    on: '2026-09-10',
  },
  {
    taskNumber: 6,
    period: '2026-Q2',
    status: 'inProgress',
    note: 'Đã rà soát an toàn thông tin 14 hệ thống, khắc phục 9.',
    spent: 64_000_000,
    people: 4,
    on: '2026-06-12',
  },
  {
    taskNumber: 7,
    period: '2026-Q3',
    status: 'inProgress',
    note: 'Hoàn thành dự thảo lần hai, đang lấy ý kiến doanh nghiệp.',
    spent: 120_000_000,
    people: 7,
    on: '2026-09-11',
  },
  {
    taskNumber: 8,
    period: '2026-Q3',
    status: 'notStarted',
    note: 'Chờ hướng dẫn của thành phố về khung năng lực.',
    on: '2026-09-11',
  },
  {
    taskNumber: 9,
    period: '2026-Q3',
    status: 'suspended',
    note: 'Tạm dừng để chờ quy hoạch hạ tầng số của thành phố.',
    people: 2,
    on: '2026-09-11',
  },
  {
    taskNumber: 11,
    period: '2025-Q4',
    status: 'completed',
    note: 'Ký hai biên bản hợp tác với trường đại học trên địa bàn thành phố.',
    spent: 22_000_000,
    people: 3,
    completedOn: '2025-11-28',
    on: '2025-12-11',
  },
  {
    taskNumber: 12,
    period: '2026-Q3',
    status: 'inProgress',
    note: 'Tổng hợp theo quý; chưa phát hiện sai phạm.',
    people: 2,
    on: '2026-09-11',
  },
]

const million = 1_000_000
const source = 'Quyết định giao dự toán của UBND phường (minh họa)'

export const sampleBudget: On<NewBudgetLine>[] = [
  {
    year: 2025,
    line: 0,
    planned: 168_300 * million,
    allocated: 168_300 * million,
    disbursed: 161_942 * million,
    source,
    on: '2026-01-15',
  },
  {
    year: 2025,
    line: 1,
    field: 'digital',
    kind: 'equipment',
    title: 'Máy quét, máy tính cho bộ phận một cửa',
    planned: 2100 * million,
    allocated: 2100 * million,
    disbursed: 2_086_500_000,
    source,
    on: '2026-01-15',
  },
  {
    year: 2025,
    line: 2,
    field: 'digital',
    kind: 'communication',
    title: 'Tuyên truyền chuyển đổi số trên truyền thanh cơ sở',
    planned: 350 * million,
    allocated: 350 * million,
    disbursed: 341 * million,
    source,
    on: '2026-01-15',
  },
  {
    year: 2026,
    line: 0,
    planned: 182_400 * million,
    allocated: 175_000 * million,
    disbursed: 121_680 * million,
    source,
    on: '2026-10-02',
  },
  {
    year: 2026,
    line: 1,
    field: 'science',
    kind: 'modelsAndTransfer',
    title: 'Mô hình thử nghiệm trồng rau thủy canh, chuyển giao kỹ thuật',
    planned: 650 * million,
    allocated: 650 * million,
    disbursed: 412_350_000,
    source,
    on: '2026-10-02',
  },
  {
    year: 2026,
    line: 2,
    field: 'innovation',
    kind: 'training',
    title: 'Lớp khởi nghiệp, đổi mới sáng tạo cho thanh niên',
    planned: 280 * million,
    allocated: 280 * million,
    disbursed: 140 * million,
    on: '2026-10-02',
  },
  {
    year: 2026,
    line: 3,
    field: 'digital',
    kind: 'equipment',
    title: 'Thiết bị số hóa hồ sơ, nâng cấp mạng nội bộ',
    planned: 2400 * million,
    allocated: 2400 * million,
    disbursed: 1_236_700_000,
    source,
    on: '2026-10-02',
  },
  {
    year: 2026,
    line: 4,
    field: 'digital',
    kind: 'software',
    title: 'Phần mềm quản trị điều hành, chữ ký số',
    planned: 1250 * million,
    allocated: 1250 * million,
    disbursed: 870 * million,
    source,
    on: '2026-10-02',
  },
  {
    year: 2026,
    line: 5,
    field: 'digital',
    kind: 'communityTeams',
    title: 'Hỗ trợ tổ công nghệ số cộng đồng',
    planned: 540 * million,
    allocated: 540 * million,
    disbursed: 405 * million,
    on: '2026-10-02',
  },
  {
    year: 2026,
    line: 6,
    field: 'digital',
    kind: 'communication',
    title: 'Pa-nô, truyền thanh, mạng xã hội',
    planned: 380 * million,
    allocated: 380 * million,
    disbursed: 265_400_000,
    on: '2026-10-02',
  },
]

export const sampleAssessments: On<NewAssessment>[] = [
  {
    number: 1,
    period: '2026-Q3',
    text: 'Vùng phủ ở khu dân cư tốt; ven sông và khu mới xây còn điểm lõm. Phụ thuộc kế hoạch đặt trạm của nhà mạng, phường chỉ tác động được qua bàn giao mặt bằng.',
    on: '2026-09-15',
  },
  {
    number: 23,
    period: '2026-Q3',
    text: 'Người dân đã quen nộp trực tuyến với hộ tịch; với đất đai còn e ngại. Chất lượng hướng dẫn của tổ công nghệ số cộng đồng là yếu tố quyết định.',
    on: '2026-09-15',
  },
]

type SampleInspection = Omit<On<NewInspection>, 'on'> & {
  followUps: { note: string; isDone: boolean; on: string }[]
}

export const sampleInspections: SampleInspection[] = [
  {
    kind: 'periodic',
    heldOn: '2026-06-18',
    findings: 'Hồ sơ số hóa đúng quy trình; sổ theo dõi chưa cập nhật hằng tuần.',
    demand: 'Cập nhật sổ theo dõi hằng tuần.',
    dueOn: '2026-07-10',
    indicators: [21, 23],
    tasks: [],
    followUps: [{ note: 'Đã cập nhật đủ, phân công người theo dõi.', isDone: true, on: '2026-07-08' }],
  },
  {
    kind: 'unannounced',
    heldOn: '2026-10-21',
    findings: 'Hai máy trạm chưa cập nhật bản vá; một tài khoản dùng chung.',
    demand: 'Cập nhật bản vá, cấp tài khoản riêng cho từng người.',
    dueOn: '2026-11-05',
    indicators: [24],
    tasks: [6],
    followUps: [{ note: 'Đã cập nhật bản vá; tài khoản riêng đang cấp.', isDone: false, on: '2026-11-03' }],
  },
]
