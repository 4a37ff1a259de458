import { inTurn } from '../turns.ts'
import { kindOf } from './file-kind.ts'
import { refused } from './refuse.ts'
import { runInThread } from './run-in-thread.ts'
import { mostRows, type Sheet } from './sheet.ts'

const longestRead = 8_000

/** The sheets of an uploaded file, or why it cannot be read; in its turn, so that many together stay in bounds. */
export async function openFile(bytes: Buffer): Promise<Sheet[]> {
  const kind = kindOf(bytes)
  const sheets = await inTurn('costly', () => readInThread(bytes, kind))
  if (!sheets) {
    throw refused(
      'Bảng mã không đúng',
      'Tệp CSV không ở bảng mã UTF-8 (thường là TCVN3/ABC, VNI hoặc Windows-1258). Trong Excel chọn Lưu thành > CSV UTF-8, hoặc gửi tệp .xlsx.',
    )
  }
  for (const { name, rows } of sheets) {
    if (rows.length > mostRows) {
      throw refused(
        'Bảng quá dài',
        `Trang “${name}” có hơn ${mostRows.toLocaleString('vi-VN')} dòng. Hãy chỉ giữ các dòng chỉ tiêu rồi gửi lại.`,
      )
    }
  }
  return sheets
}

function readInThread(bytes: Buffer, kind: 'xlsx' | 'csv'): Promise<Sheet[] | undefined> {
  const module = new URL('./sheet-worker.ts', import.meta.url)
  return runInThread(module, { bytes, kind }, { longest: longestRead, broken, tooSlow })
}

function broken() {
  return refused(
    'Tệp hỏng',
    'Không đọc được nội dung tệp: tệp hỏng hoặc quá nặng. Hãy mở trong Excel, chép bảng số liệu sang tệp mới, lưu .xlsx rồi gửi lại.',
  )
}

function tooSlow() {
  return refused(
    'Tệp quá nặng',
    'Đọc tệp quá lâu nên đã dừng. Hãy chép bảng số liệu sang một tệp mới rồi gửi lại; chưa có gì được ghi.',
  )
}
