import type { EntryRow } from '@moc57/shared/api'

export function makeEntryRow(given: Partial<EntryRow> = {}): EntryRow {
  return {
    number: 1,
    name: 'Tỷ lệ phủ sóng 5G trên địa bàn phường',
    shortName: 'Phủ sóng 5G trên địa bàn',
    unitOfMeasure: '%',
    naturalMaximum: 100,
    direction: 'increase',
    numerator: null,
    denominator: null,
    groupCode: 'I',
    target: { milestone: 2030, text: '100%' },
    previous: null,
    approved: null,
    current: null,
    questions: [],
    evidence: 0,
    returnedWith: null,
    mayEnter: true,
    mayDecide: false,
    ...given,
  }
}
