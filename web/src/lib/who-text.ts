/** Names that the program itself works under are put in words. */
export function whoText(by: string): string {
  if (by === 'seeds') return 'nhập sẵn từ báo cáo'
  if (by === 'start') return 'lần chạy đầu tiên'
  return by === 'sample' ? 'chương trình tạo' : by
}
