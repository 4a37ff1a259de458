import { formatDay, type SourceDocument } from '@moc57/shared'

/** "Kế hoạch số 15/KH-UBND ngày 05/03/2026"; by its title where it has neither number nor day. */
export function documentName({ kind, number, issuedOn, title }: SourceDocument): string {
  const parts = [
    number && `số ${number}`,
    issuedOn && `${issuedOn.length > 7 ? 'ngày' : 'tháng'} ${formatDay(issuedOn)}`,
  ].filter(Boolean)
  const word = kind === 'plan' ? 'Kế hoạch' : 'Báo cáo'
  return parts.length > 0 ? `${word} ${parts.join(' ')}` : `${word} “${title}”`
}
