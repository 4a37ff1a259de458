import { refused } from './refuse.ts'
import { address, type Sheet } from './sheet.ts'

/** "Chỉ tiêu", "Kết quả", "Giá trị", "Tỷ lệ" in the fonts of before Unicode, as they look when read as Unicode. */
const inTcvn3 = /ChØ tiªu|KÕt qu¶|Gi¸ trÞ|Tû lÖ|Tû lÖ/i
const inVni = /Chæ tieâu|Keát quaû|Giaù trò|Tyû leä/i
/** Signs that TCVN3 puts inside words and Vietnamese never does. */
const tcvn3Sign = /\p{L}[¸µ¶·¹©ª«¬®Þ]\p{L}|[®][a-z]/u

/** Refuses a sheet in TCVN3 or VNI: its digits could be read, its words would be kept as nonsense. */
export function refuseLegacyText({ name, rows }: Sheet): void {
  for (const [line, row] of rows.entries()) {
    for (const [column, cell] of row.entries()) {
      if (typeof cell !== 'string') continue
      const font = inVni.test(cell)
        ? 'VNI'
        : inTcvn3.test(cell) || tcvn3Sign.test(cell)
          ? 'TCVN3 (.VnTime)'
          : null
      if (font) {
        throw refused(
          'Phông chữ cũ',
          `Trang “${name}” gõ bằng bảng mã ${font}, không phải Unicode (ô ${address(column, line)}). Hãy chuyển mã sang Unicode (Unikey: Công cụ > Chuyển mã) rồi gửi lại.`,
        )
      }
    }
  }
}
