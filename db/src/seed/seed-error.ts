/** A seed file that cannot be loaded: where it is broken and why, in words for whoever edits it. */
export class SeedError extends Error {
  override readonly name = 'SeedError'
  readonly file: string
  /** As an editor counts, from 1; `null` where the whole file is meant. */
  readonly line: number | null
  readonly reason: string

  constructor(file: string, line: number | null, reason: string, cause?: unknown) {
    const place = line === null ? file : `${file}, dòng ${line}`
    super(
      `${place}: ${reason}. Hãy sửa tệp này trong thư mục seeds rồi chạy lại; cơ sở dữ liệu chưa bị thay đổi.`,
      {
        cause,
      },
    )
    this.file = file
    this.line = line
    this.reason = reason
  }
}
