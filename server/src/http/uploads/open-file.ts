import { ProblemError } from '../problem.ts'
import { inTurn } from '../turns.ts'
import { type FileKind, kindOf } from './file-kind.ts'
import { refused } from './refuse.ts'
import { runInThread } from './run-in-thread.ts'
import { mostCells, type Sheet } from './sheet.ts'
import type { ReadFile } from './sheet-worker.ts'

/** Milliseconds. A file takes one or two; on a machine that is busy with others many times that. */
const longestRead = 30_000

/** The sheets of an uploaded file, or the tables of a document, or why it cannot be read; in its turn, so that many together stay in bounds. */
export async function openFile(bytes: Buffer): Promise<Sheet[]> {
  const kind = kindOf(bytes)
  const read = await inTurn('costly', () => readInThread(bytes, kind))
  if ('problem' in read) throw new ProblemError(read.problem)
  const { sheets } = read
  if (!sheets) {
    throw refused(
      'Bảng mã không đúng',
      'Tệp CSV không ở bảng mã UTF-8 (thường là TCVN3/ABC, VNI hoặc Windows-1258). Trong Excel chọn Lưu thành > CSV UTF-8, hoặc gửi tệp .xlsx.',
    )
  }
  const cells = sheets.reduce(
    (sum, { rows }) =>
      sum + rows.reduce((filled, row) => filled + row.filter((cell) => cell !== null).length, 0),
    0,
  )
  if (cells > mostCells) {
    throw refused(
      'Tệp quá nhiều ô',
      `Tệp có hơn ${mostCells.toLocaleString('vi-VN')} ô có nội dung. Hãy chép bảng chỉ tiêu sang một tệp mới rồi gửi lại.`,
    )
  }
  return sheets
}

function readInThread(bytes: Buffer, kind: FileKind): Promise<ReadFile> {
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
