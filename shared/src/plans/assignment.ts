import { z } from 'zod'
import { foldName } from '../text.ts'

/** A directing leader (đồng chí được phân công chỉ đạo) of a unit. */
export const Leader = z
  .object({ id: z.string(), name: z.string(), position: z.string() })
  .meta({ id: 'Leader' })
export type Leader = z.infer<typeof Leader>

/** A lead body (cơ quan chủ trì theo dõi, đánh giá) of a unit, one for all its spellings. */
export const LeadBody = z.object({ id: z.string(), name: z.string() }).meta({ id: 'LeadBody' })
export type LeadBody = z.infer<typeof LeadBody>

/** Who directs, who answers and who follows an indicator: as printed, and the people and bodies meant. */
export const Assignment = z
  .object({
    directingLeader: z.string(),
    responsibleOfficer: z.string(),
    leadBody: z.string(),
    leader: Leader,
    leadBodies: z.array(LeadBody),
  })
  .meta({ id: 'Assignment' })
export type Assignment = z.infer<typeof Assignment>

/** How a plan names the leader who directs an indicator, where it has no words of its own. */
export function directingLeaderText({ name, position }: Pick<Leader, 'name' | 'position'>): string {
  return `Đồng chí ${name}, ${position}`
}

/** Whether the words mean the leader: by id, by name, or as plans print them ("Đồng chí …, PCT UBND phường"). */
export function namesLeader(words: string, { id, name, position }: Leader): boolean {
  const asked = foldName(words).replace(/^dong chi /, '')
  return [id, name, `${name} ${position}`].some((known) => foldName(known) === asked)
}

/** Whether the words mean the body: by id or by name, with or without "phường" or "xã" after it. */
export function namesBody(words: string, { id, name }: LeadBody): boolean {
  const withoutType = (text: string) => foldName(text).replace(/ (phuong|xa|dac khu)$/, '')
  return foldName(words) === foldName(id) || withoutType(words) === withoutType(name)
}
