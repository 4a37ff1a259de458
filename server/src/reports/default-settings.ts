import { planOfUnit } from '@moc57/db'
import {
  type AdministrativeUnit,
  quartersOf,
  type ReportPeriod,
  type ReportSettings,
  unitTitle,
} from '@moc57/shared'
import type { Context } from '../http/context.ts'

const resolution =
  'Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia'

/** How a unit's reports look until somebody of the unit says otherwise: the form that its reports have now, no signer. */
export function defaultSettings(
  { database }: Context,
  unit: AdministrativeUnit,
  period: ReportPeriod,
): ReportSettings {
  const { source, document } = planOfUnit(database, unit.code, quartersOf(period).last)
  const number =
    source === 'own' && document.number
      ? `Kế hoạch số ${document.number} của Ủy ban nhân dân ${unitTitle(unit)} thực hiện `
      : ''
  return {
    placeName: unit.name,
    superior: '',
    issuer: `ỦY BAN NHÂN DÂN\n${unitTitle(unit).toLocaleUpperCase('vi')}`,
    symbol: 'BC-UBND',
    basis: number + resolution,
    addressees: 'Sở Khoa học và Công nghệ thành phố Hải Phòng',
    authority: 'TM. ỦY BAN NHÂN DÂN',
    signerTitle: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
    signerName: '',
    recipients: `Thường trực Đảng ủy ${unit.type}\nThường trực HĐND ${unit.type}\nLãnh đạo UBND ${unit.type}\nLưu: VT, VHXH`,
  }
}
