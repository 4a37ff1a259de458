import type { ReportContent, ReportFigures, ReportSettings } from '@moc57/shared'

/** The settings of phường Kiến An's reports. */
export function reportSettings(overrides: Partial<ReportSettings> = {}): ReportSettings {
  return {
    placeName: 'Kiến An',
    superior: '',
    issuer: 'ỦY BAN NHÂN DÂN\nPHƯỜNG KIẾN AN',
    symbol: 'BC-UBND',
    basis: 'Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị',
    addressees: 'Sở Khoa học và Công nghệ thành phố Hải Phòng',
    authority: 'TM. ỦY BAN NHÂN DÂN',
    signerTitle: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
    signerName: 'Trần Thị Phương',
    recipients: 'Lãnh đạo UBND phường\nLưu: VT, VHXH',
    ...overrides,
  }
}

/** A report of one indicator. */
export function reportContent(figures: Partial<ReportFigures> = {}): ReportContent {
  return {
    settings: reportSettings(),
    sections: { direction: '', difficulties: '', plan: '', requests: '' },
    figures: {
      period: '2026-Q3',
      takenOn: '2026-11-22',
      isDraft: false,
      notice: null,
      unitName: 'phường Kiến An',
      window: { from: '2026-06-15', to: '2026-09-14' },
      planNote: null,
      summary: ['Trong tổng số 31 chỉ tiêu có 01 chỉ tiêu đạt mục tiêu.'],
      groups: [{ code: 'I', name: 'Phát triển hạ tầng', sentences: ['Chỉ tiêu 1. Phủ sóng 5G: đạt 48%.'] }],
      previousPeriod: '2026-Q2',
      milestones: [2025, 2030],
      annex: [],
      ...figures,
    },
  }
}
