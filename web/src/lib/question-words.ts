import type { EntryQuestion } from '@moc57/shared'

/** What is asked of an entered figure, in words; a person answers, nothing is refused. */
export const questionWords: Record<EntryQuestion, string> = {
  jump: 'chênh lệch lớn so với trước',
  unchanged: 'bốn quý không đổi',
  lostMilestone: 'không còn đạt mốc đã đạt',
  noSource: 'chưa ghi nguồn',
  allFull: 'mọi tỷ lệ đều bằng 100%',
}
