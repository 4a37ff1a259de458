import { accessSync, constants } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Why a database file is not opened. `broken`: not a database, or damaged. `readOnly`: file or folder cannot be
 * written. `cannotOpen`: no file can be there. `busy`: another program holds it. `full`: no room on the disk.
 * `lost`: there were data, which the cause names the traces of.
 * `notKept`: a backup cannot be written where it should go. `alreadyServed`: another server works on it.
 * `missing`, `exists`: a backup that is asked for, or to be made. `inUse`: the live file is named as its own backup.
 */
export type DatabaseErrorCode =
  | 'broken'
  | 'readOnly'
  | 'cannotOpen'
  | 'busy'
  | 'alreadyServed'
  | 'full'
  | 'newerVersion'
  | 'otherApplication'
  | 'otherDataSet'
  | 'lost'
  | 'notKept'
  | 'missing'
  | 'exists'
  | 'inUse'

const words: Record<DatabaseErrorCode, (file: string, cause: unknown) => string> = {
  broken: (file) =>
    `Tệp cơ sở dữ liệu bị hỏng hoặc không phải là cơ sở dữ liệu: ${file}. Hãy giữ nguyên tệp này, chuyển nó (cùng tệp -wal, -shm nếu có) sang thư mục khác, rồi khôi phục bản sao lưu gần nhất: npm run restore -- TỆP.`,
  readOnly: (file) =>
    `Không ghi được cơ sở dữ liệu: ${file}. Hãy cấp quyền ghi cho cả tệp và thư mục chứa nó (bỏ thuộc tính “chỉ đọc”), hoặc đặt biến DATABASE_PATH tới một thư mục ghi được.`,
  cannotOpen: (file) =>
    `Không mở được cơ sở dữ liệu: ${file}. Đường dẫn này không thể là một tệp; hãy sửa biến DATABASE_PATH thành đường dẫn tới một tệp, ví dụ data/moc57.db.`,
  busy: (file) =>
    `Một chương trình khác đang giữ cơ sở dữ liệu: ${file}. Hãy đóng chương trình đó (bản Mốc 57 khác, trình xem SQLite hoặc phần mềm sao lưu) rồi chạy lại.`,
  alreadyServed: (file) =>
    `Một máy chủ Mốc 57 khác đang chạy trên tệp dữ liệu này: ${file}. Hãy dùng máy chủ đó, hoặc dừng nó rồi chạy lại; muốn chạy thêm một máy chủ thì đặt DATABASE_PATH tới tệp khác.`,
  full: (file) => `Ổ đĩa chứa cơ sở dữ liệu đã đầy: ${file}. Hãy giải phóng chỗ trống rồi chạy lại.`,
  newerVersion: (file) =>
    `Cơ sở dữ liệu do một phiên bản Mốc 57 mới hơn tạo ra: ${file}. Hãy cập nhật Mốc 57 rồi chạy lại; tệp chưa bị thay đổi.`,
  otherApplication: (file) =>
    `Tệp này là cơ sở dữ liệu của một ứng dụng khác, không phải của Mốc 57: ${file}. Hãy chọn tệp khác hoặc sửa biến DATABASE_PATH; tệp chưa bị thay đổi.`,
  otherDataSet: (file) =>
    `Tệp này chứa bộ dữ liệu khác với DATA_SET đang chọn (số liệu thật và dữ liệu minh họa không dùng chung tệp): ${file}. Hãy chọn tệp khác, hoặc sửa DATA_SET hay DATABASE_PATH; tệp chưa bị thay đổi.`,
  lost: (file, traces) =>
    `Tệp cơ sở dữ liệu không có hoặc trống: ${file}, nhưng vẫn còn ${[traces].flat().join(', ')}. Đây không phải lần chạy đầu, nên chương trình không tạo dữ liệu mới. Hãy đặt lại đúng tệp dữ liệu (hoặc sửa biến DATABASE_PATH), hay khôi phục bản sao lưu gần nhất: npm run restore -- TỆP. Nếu thật sự muốn bắt đầu từ đầu, hãy chuyển các tệp, thư mục vừa nêu sang nơi khác rồi chạy lại; chưa có gì bị thay đổi.`,
  notKept: (file) =>
    `Không ghi được bản sao lưu: ${file}. Hãy kiểm tra ổ đĩa hoặc ổ mạng chứa nó còn nối, còn chỗ trống và cho phép ghi; hoặc đặt biến BACKUP_PATH tới một thư mục khác.`,
  missing: (file) => `Không có tệp này hoặc tệp trống: ${file}. Hãy kiểm tra lại đường dẫn.`,
  exists: (file) => `Đã có tệp này: ${file}. Hãy chọn tên khác; tệp chưa bị thay đổi.`,
  inUse: (file) => `Đây chính là tệp dữ liệu đang dùng: ${file}. Hãy chọn một tệp sao lưu.`,
}

/** A database file that is refused, in words that say what to do; `cause` is what SQLite or the system said. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: DatabaseErrorCode

  constructor(code: DatabaseErrorCode, file: string, cause?: unknown) {
    super(words[code](file, cause), { cause })
    this.code = code
  }
}

const meanings: [RegExp, DatabaseErrorCode][] = [
  [/^SQLITE_(NOTADB|CORRUPT)/, 'broken'],
  [/^(SQLITE_READONLY|SQLITE_PERM|SQLITE_IOERR_ACCESS|EACCES|EPERM|EROFS)/, 'readOnly'],
  [/^SQLITE_(BUSY|LOCKED)/, 'busy'],
  [/^(SQLITE_FULL|ENOSPC)/, 'full'],
  [/^(SQLITE_CANTOPEN|EEXIST|EISDIR|ENOENT|ENOTDIR|ENAMETOOLONG)/, 'cannotOpen'],
]

/** What an error of SQLite or of the file system means for the file; any other error stays as it is. */
export function explainOpenError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const meaning = meanings.find(([pattern]) => pattern.test(code))?.[1]
  if (!meaning) return error
  // SQLite says CANTOPEN, too, where it may not make its side files in the folder.
  const isLocked = meaning === 'cannotOpen' && !isWritable(dirname(file))
  return new DatabaseError(isLocked ? 'readOnly' : meaning, file, error)
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}
