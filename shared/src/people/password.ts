import { foldText } from '../text.ts'
import type { Account } from './account.ts'

/**
 * What people here make passwords of, without marks and spaces, beside the world's lists: the commonest first. Names of
 * families and persons, of months and feasts, of this work and its places.
 */
const vietnameseWords = `
matkhau matkhaumoi matkhaucu mkhau anhyeuem emyeuanh yeuem yeuanh iloveyou vietnam vietnamvodich haiphong thanhpho
kienan quantri admin xinchao chaoban hanhphuc giadinh congty phuong ubnd ubndphuong uybannhandan chutich phochutich
lanhdao canbo congan vhxh vanhoaxahoi nghiquyet nghiquyet57 moc57 moc chuyendoiso khoahoccongnghe chitieu baocao
solieu dulieu hanoi saigon hochiminh hoguom hoaphuongdo dongda dangcongsan tuoitre thanhnien tinhyeu cogang thanhcong
mayman phattai namoi chucmungnammoi tetnguyendan trungthu thang mot hai ba bon nam sau bay tam chin muoi thu chunhat
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan vuong trinh truong dinh lam phung mai
to ha cao luong luu thai chau ta thach an anh bao binh chi cuong cuong danh diep dung dung duc dong duy giang ha hai
hanh hang hao hien hieu hoa hoai hong hue hung huong huy khanh khoa kien kim lan lien linh loan long ly mai manh minh
my nam nga ngan nghia ngoc nhan nhung ninh oanh phong phu phuc phung quan quang quoc quy quyen quynh son tai tam tan
thang thanh thao thi thien thinh thom thu thuan thuy tien tin toan trang tri trinh trong trung tu tuan tung tuyet van
viet vinh xuan yen`
  .trim()
  .split(/\s+/)

/** What is guessed of an account's password before anything else, without marks; a name whole and in its parts. */
export function guessedWords(
  { username, fullName }: Pick<Account, 'username' | 'fullName'>,
  unitNames: readonly string[],
): string[] {
  const own = [username, ...username.split(/[._-]/), fullName ?? ''].flatMap(wholeAndParts)
  return [...new Set([...own, ...vietnameseWords, ...unitNames.flatMap(wholeAndParts)])]
}

function wholeAndParts(name: string): string[] {
  const parts = foldText(name).split(' ')
  return [parts.join(''), parts.join(' '), ...parts].filter((part) => part.length > 1)
}

/** How many signs are looked at: what is longer is no easier to guess, and takes long to look at. */
const mostLookedAt = 64

/** The password as guessing programs try it, with and without what stands between the words: marks alone make none better. */
function asGuessed(password: string): string[] {
  const folded = foldText(password).slice(0, mostLookedAt)
  return [folded, folded.replace(/[^\p{L}\p{N}]/gu, '')]
}

/**
 * How safe a password is, as zxcvbn scores it from 0 to 4: one's own withstands guessing also by who has the file (10^8
 * tries), however it is read; one that is changed at the first sign-in withstands guessing at the door (10^6).
 */
const leastScore = { own: 3, first: 2 }
export type PasswordUse = keyof typeof leastScore

/** Whether the password is safe enough for its use; `score` is zxcvbn's of a text, which server and pages load apart. */
export function isHardToGuess(
  score: (text: string) => number,
  { password, use }: { password: string; use: PasswordUse },
): boolean {
  const scores = asGuessed(password).map(score)
  return (use === 'own' ? Math.min(...scores) : Math.max(...scores)) >= leastScore[use]
}

export const weakPassword =
  'Mật khẩu này dễ đoán. Hãy dùng một câu dài gồm vài từ không liên quan với nhau; tránh tên người, tên đơn vị, ngày tháng và dãy số.'
export const nearlyOldPassword =
  'Mật khẩu mới phải khác hẳn mật khẩu hiện tại, không chỉ thêm dấu cách, đổi chữ hoa, bỏ dấu hoặc đổi số cuối.'

/** Whether the new password is the old one, or that with a space, capital, mark or the digits at its end changed. */
export function isNearlyOld(password: string, old: string): boolean {
  return core(password) === core(old)
}

function core(password: string): string {
  const folded = foldText(password).replace(/\s/g, '')
  return folded.replace(/[\d\p{P}\p{S}]+$/u, '') || folded
}
