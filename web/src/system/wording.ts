import { formatMoment, formatNumber } from '@moc57/shared'

/** What each check is about, and what to do where it fails. */
export const checkWords: Record<string, { name: string; advice: string }> = {
  dataFile: {
    name: 'Tệp dữ liệu ở đúng chỗ',
    advice: 'Dừng chương trình, đưa tệp dữ liệu về chỗ cũ hoặc khôi phục bản sao lưu mới nhất, rồi chạy lại.',
  },
  database: {
    name: 'Đọc và ghi được số liệu',
    advice:
      'Đóng các chương trình khác đang mở tệp dữ liệu, kiểm tra quyền ghi của thư mục, rồi chạy npm run doctor trên máy chủ.',
  },
  disk: {
    name: 'Ổ đĩa còn chỗ',
    advice: 'Giải phóng chỗ trống trên ổ đĩa chứa tệp dữ liệu, hoặc chuyển dữ liệu sang ổ lớn hơn.',
  },
  backup: {
    name: 'Có bản sao lưu trong 2 ngày qua',
    advice: 'Bấm “Sao lưu ngay” ở dưới. Nếu không thành công, làm theo lý do được ghi ở đó.',
  },
}

/** A check of a later server than this page. */
export function wordsOfCheck(name: string): { name: string; advice: string } {
  return checkWords[name] ?? { name, advice: 'Xem nhật ký của chương trình trên máy chủ.' }
}

const units = ['B', 'KB', 'MB', 'GB', 'TB']

/** "12,3 MB" */
export function formatBytes(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  return `${formatNumber(bytes / 1024 ** power, power > 1 ? 1 : 0)} ${units[power]}`
}

const [hour, day] = [3_600_000, 86_400_000]

/** "3 ngày", "5 giờ", "12 phút", "chưa đầy 1 phút": from then to now. */
export function formatAge(since: string, now: number): string {
  const span = Math.max(0, now - Date.parse(since))
  if (span >= 2 * day) return `${Math.floor(span / day)} ngày`
  if (span >= hour) return `${Math.floor(span / hour)} giờ`
  const minutes = Math.floor(span / 60_000)
  return minutes === 0 ? 'chưa đầy 1 phút' : `${minutes} phút`
}

export const words = {
  title: 'Tình trạng hệ thống',
  allWell: 'Mọi thứ đang hoạt động bình thường.',
  someFail: (count: number) => `${count} việc cần xử lý ngay.`,
  backupFails: 'Lần sao lưu gần nhất không thành công.',
  well: 'Tốt',
  failing: 'Cần xử lý',
  whatToDo: 'Việc cần làm:',
  backups: 'Sao lưu',
  backUpNow: 'Sao lưu ngay',
  making: 'Đang sao lưu… Có thể rời trang này, việc sao lưu vẫn tiếp tục.',
  noBackups: 'Chưa có bản sao lưu nào.',
  noneMade: 'Bản chạy này không giữ số liệu trong tệp nên không sao lưu.',
  plan: (time: string, folder: string) =>
    `Tự sao lưu lúc ${time} hằng đêm vào ${folder}; giữ 14 ngày, 8 tuần và 24 tháng gần nhất. Mỗi bản chỉ hiện ra sau khi đã mở lại và kiểm tra nguyên vẹn.`,
  sameDisk:
    'Bản sao lưu đang nằm cùng ổ đĩa với dữ liệu: hỏng ổ là mất cả hai. Hãy đặt biến BACKUP_PATH tới một ổ khác hoặc một thư mục mạng, hoặc tải bản mới nhất về máy khác.',
  failed: (at: string) => `Lần sao lưu lúc ${formatMoment(at)} không thành công`,
  caption: 'Các bản sao lưu, mới nhất trước',
  age: (since: string, now: number) => `cách đây ${formatAge(since, now)}`,
  checked: 'Đã kiểm tra',
  withEvidence: 'có tệp minh chứng',
  download: 'Tải về',
  downloadNote:
    'Bản tải về chứa toàn bộ số liệu và tài khoản: hãy cất ở nơi chỉ người quản trị mở được. Mỗi lần tải được ghi vào nhật ký.',
  columns: ['Thời điểm', 'Lý do', 'Dung lượng', 'Kết quả'],
  machine: 'Máy chủ',
  dataSize: 'Tệp dữ liệu',
  evidence: 'Tệp minh chứng',
  room: 'Chỗ trống trên ổ đĩa',
  uptime: 'Đã chạy',
  version: (version: string, commit: string | null) =>
    `Mốc 57 phiên bản ${version}${commit ? `, mã nguồn ${commit}` : ''}`,
}
