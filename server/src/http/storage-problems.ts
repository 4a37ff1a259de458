import { type FileTrouble, type StorageFault, storageFaultOf } from '@moc57/db'
import type { Problem } from '@moc57/shared'

type Words = Omit<Problem, 'type'>

const faults: Record<StorageFault, Words> = {
  busy: {
    status: 503,
    title: 'Máy chủ đang bận',
    detail:
      'Một chương trình khác đang ghi vào cơ sở dữ liệu; chưa có gì được ghi. Trang nhập số liệu tự gửi lại; ở trang khác hãy chờ vài giây rồi bấm lại.',
  },
  full: {
    status: 507,
    title: 'Ổ đĩa máy chủ đã đầy',
    detail:
      'Ổ đĩa của máy chủ không còn chỗ; chưa có gì được ghi, vẫn xem được số liệu. Hãy báo quản trị giải phóng ổ đĩa rồi làm lại.',
  },
  readOnly: {
    status: 503,
    title: 'Không ghi được số liệu',
    detail:
      'Máy chủ không còn quyền ghi tệp dữ liệu; chưa có gì được ghi. Hãy báo quản trị chạy npm run doctor trên máy chủ.',
  },
  broken: {
    status: 503,
    title: 'Tệp dữ liệu bị hỏng',
    detail:
      'Máy chủ đọc phải một phần hỏng của tệp dữ liệu; chưa có gì được ghi. Hãy báo quản trị chạy npm run doctor trên máy chủ.',
  },
  failing: {
    status: 503,
    title: 'Ổ đĩa máy chủ bị lỗi',
    detail:
      'Ổ đĩa của máy chủ không đọc hoặc ghi được; chưa có gì được ghi. Hãy báo quản trị kiểm tra ổ đĩa, rồi chạy npm run doctor trên máy chủ.',
  },
}

const troubles: Record<FileTrouble, string> = {
  gone: 'Tệp dữ liệu đang dùng đã bị xóa, chuyển đi hoặc thay bằng tệp khác trong khi máy chủ chạy.',
  overwritten: 'Tệp dữ liệu đang dùng đã bị chép đè trong khi máy chủ chạy.',
  logGone: 'Tệp -wal hoặc -shm cạnh tệp dữ liệu đã bị xóa trong khi máy chủ chạy.',
}

/** What has happened to the file, in one sentence. */
export function troubleInWords(trouble: FileTrouble): string {
  return troubles[trouble]
}

/** 503: what would be written now would vanish with the file that is open. */
export function problemOfTrouble(trouble: FileTrouble): Words {
  return {
    status: 503,
    title: 'Máy chủ ngừng nhận số liệu',
    detail: `${troubles[trouble]} Máy chủ không ghi gì nữa để số liệu khỏi mất. Hãy giữ lại số đang nhập và báo quản trị dừng máy chủ, đặt lại đúng tệp dữ liệu rồi chạy lại.`,
  }
}

/** What the caller is told of a fault of the database or the disk. */
export function problemOfFault(fault: StorageFault): Words {
  return faults[fault]
}

/** The same of an error that tells of such a fault; `undefined` for any other error. */
export function problemOfStorage(error: unknown): Words | undefined {
  const fault = storageFaultOf(error)
  return fault && faults[fault]
}
