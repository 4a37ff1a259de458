import { z } from 'zod'
import { largestValue, longest, most } from '../api/fields.ts'
import { Direction, type Indicator, ReportingFrequency } from '../indicators/indicator.ts'
import { firstMilestone, lastMilestone } from '../indicators/milestone.ts'
import { isOwnIndicator } from '../indicators/own-indicator.ts'
import { quarterInText } from '../quarter.ts'
import { Quarter } from '../quarter-schema.ts'
import { normalizeText } from '../text.ts'
import type { Leader } from './assignment.ts'
import { namesLeader } from './assignment.ts'
// The forms of the plan's page check a part of a change before it is sent, in our words.
import '../validation-words.ts'

const text = (letters: number) =>
  z.string().overwrite(normalizeText).min(1, 'Không được để trống').max(letters)
const optionalText = (letters: number) => z.string().overwrite(normalizeText).max(letters).nullish()

/** The document that a change of a plan comes from. */
export const PlanDocument = z.strictObject({
  number: optionalText(longest.documentNumber).meta({ description: 'As printed: "12/KH-UBND"' }),
  issuedOn: z.iso.date('Ngày viết theo mẫu 2026-11-22').nullish(),
  title: text(longest.title).meta({ description: 'Trích yếu' }),
})
export type PlanDocument = z.infer<typeof PlanDocument>

/** A target as the unit's plan prints it; its reading is made by `parseTarget`, and what cannot be read is kept and marked. */
export const TargetChange = z.strictObject({
  number: z.int().meta({ description: 'Of the indicator' }),
  milestone: z.int().min(firstMilestone).max(lastMilestone),
  text: z
    .string()
    .max(longest.target)
    .overwrite((printed) => normalizeText(printed) || '-'),
})
export type TargetChange = z.infer<typeof TargetChange>

/** Who directs, answers for and follows indicators; a leader or a body that the unit has not named before is added. */
export const AssignmentChange = z.strictObject({
  numbers: z.array(z.int()).min(1).max(most.indicators).meta({ description: 'Of the indicators' }),
  leader: z.strictObject({ name: text(longest.personName), position: text(longest.position) }),
  responsibleOfficer: text(longest.planEntry),
  leadBodies: z
    .array(text(longest.bodyName))
    .min(1, 'Hãy nêu ít nhất một cơ quan chủ trì')
    .max(most.leadBodies),
  directingLeader: text(longest.planEntry)
    .nullish()
    .meta({ description: 'As printed, where that is not name and position' }),
  leadBody: text(longest.title)
    .nullish()
    .meta({ description: 'As printed, where that is not the names of the bodies' }),
})
export type AssignmentChange = z.infer<typeof AssignmentChange>

/** Another position of a leader whom the unit's plan has named, in all that they direct. */
export const PositionChange = z.strictObject({
  leader: text(longest.personName).meta({ description: "By name in the unit's plan" }),
  position: text(longest.position),
})
export type PositionChange = z.infer<typeof PositionChange>

/** An indicator of the unit's own. A share (%) has 100 as its natural maximum unless it says otherwise. */
export const OwnIndicator = z.strictObject({
  groupCode: z.string().max(longest.code),
  name: text(longest.title),
  shortName: text(longest.shortName),
  unitOfMeasure: text(longest.unitOfMeasure).meta({ description: '%, tổ, người, dịch vụ …' }),
  naturalMaximum: z.number().positive('Mức tối đa phải lớn hơn 0').max(largestValue).nullable(),
  direction: Direction.default('increase'),
  frequency: ReportingFrequency.default('quarterly'),
  numerator: optionalText(longest.planEntry),
  denominator: optionalText(longest.planEntry),
  deliverable: optionalText(longest.planEntry),
  targets: z.array(TargetChange.omit({ number: true })).max(most.milestones),
  assignment: AssignmentChange.omit({ numbers: true }).nullish(),
})
export type OwnIndicator = z.infer<typeof OwnIndicator>

/** What a unit changes of its plan at one time, from one quarter on, for one reason: all of it or nothing. */
export const PlanChange = z.strictObject({
  basedOn: z
    .int()
    .min(0)
    .meta({ description: 'The last change that was seen, 0 for none; 409 when there is a later one' }),
  effectiveFrom: Quarter,
  reason: text(longest.planReason),
  documentId: z
    .string()
    .max(longest.id)
    .nullish()
    .meta({ description: 'A document of the unit that is known' }),
  document: PlanDocument.nullish().meta({ description: 'Or a new one' }),
  adopts: z.boolean().default(false).meta({
    description: "The document is the unit's plan from then on; targets it does not change become its own",
  }),
  targets: z.array(TargetChange).max(most.targets).default([]),
  assignments: z.array(AssignmentChange).max(most.assignments).default([]),
  positions: z.array(PositionChange).max(most.leaders).default([]),
  indicators: z.array(OwnIndicator).max(most.indicatorsOfChange).default([]),
  withdrawn: z
    .array(z.int())
    .max(most.indicatorsOfChange)
    .default([])
    .meta({ description: 'Own indicators that are followed no more' }),
})
export type PlanChange = z.output<typeof PlanChange>
export type PlanChangeInput = z.input<typeof PlanChange>

/** Whether the change would change anything. */
export function changesSomething({
  adopts,
  targets,
  assignments,
  positions,
  indicators,
  withdrawn,
}: PlanChange): boolean {
  return adopts || [targets, assignments, positions, indicators, withdrawn].some((list) => list.length > 0)
}

/** What is wrong with a change in the light of the unit's plan in that quarter; pointers into the change. */
export function problemsOfPlanChange(
  change: PlanChange,
  plan: { indicators: readonly Indicator[]; groupCodes: readonly string[]; leaders: readonly Leader[] },
): { pointer: string; detail: string }[] {
  const known = new Set(plan.indicators.map(({ number }) => number))
  const unknown = (number: number) =>
    known.has(number)
      ? []
      : [`Từ ${quarterInText(change.effectiveFrom)}, kế hoạch không có chỉ tiêu số ${number}.`]
  const seen = new Set<string>()
  const repeated = (key: string, detail: string) => {
    if (seen.has(key)) return [detail]
    seen.add(key)
    return []
  }
  const at = (pointer: string) => (detail: string) => ({ pointer, detail })
  return [
    ...change.targets.flatMap(({ number, milestone }, index) =>
      [
        ...unknown(number),
        ...repeated(`target ${number} ${milestone}`, `Chỉ tiêu ${number} có hai mục tiêu năm ${milestone}.`),
      ].map(at(`#/targets/${index}`)),
    ),
    ...change.assignments.flatMap(({ numbers }, index) =>
      numbers
        .flatMap((number) => [
          ...unknown(number),
          ...repeated(`assignment ${number}`, `Chỉ tiêu ${number} được phân công hai lần.`),
        ])
        .map(at(`#/assignments/${index}`)),
    ),
    ...change.positions.flatMap(({ leader, position }, index) => {
      const known = plan.leaders.find((one) => namesLeader(leader, one))
      const names = plan.leaders.map(({ name }) => name).join('; ')
      return [
        ...(known
          ? repeated(`position ${known.id}`, `Đồng chí ${known.name} được đổi chức vụ hai lần.`)
          : [
              `Kế hoạch không có lãnh đạo “${leader}”. ${names ? `Đã có: ${names}.` : 'Hãy phân công trước.'}`,
            ]),
        ...(known?.position === position
          ? [
              `Từ ${quarterInText(change.effectiveFrom)}, đồng chí ${known.name} đã giữ chức vụ “${position}”.`,
            ]
          : []),
      ].map(at(`#/positions/${index}`))
    }),
    ...change.indicators.flatMap(({ groupCode, targets, unitOfMeasure, naturalMaximum }, index) =>
      [
        ...(plan.groupCodes.includes(groupCode) ? [] : [`Không có nhóm chỉ tiêu “${groupCode}”.`]),
        ...(unitOfMeasure === '%' && naturalMaximum === null
          ? ['Chỉ tiêu tính bằng % cần mức tối đa (thường là 100).']
          : []),
        ...targets.flatMap(({ milestone }) =>
          repeated(`own ${index} ${milestone}`, `Có hai mục tiêu năm ${milestone}.`),
        ),
      ].map(at(`#/indicators/${index}`)),
    ),
    ...change.withdrawn.flatMap((number, index) =>
      [
        ...unknown(number),
        ...(!isOwnIndicator(number)
          ? [
              `Chỉ tiêu ${number} thuộc danh mục chung, không bỏ được. Nếu không đặt mục tiêu, hãy ghi “-” ở các mốc.`,
            ]
          : []),
        ...repeated(`withdrawn ${number}`, `Chỉ tiêu ${number} được nêu hai lần.`),
      ].map(at(`#/withdrawn/${index}`)),
    ),
  ]
}

const positionWords =
  /\s+(?=(?:P\.?\s?)?(?:CT|PCT|BT|PBT|TT|Chủ tịch|Phó|Bí thư|Trưởng|Ủy viên|UV)(?:\s|\.|$))/u

/**
 * The leader that a plan prints: "Đồng chí Trần Thị Phương PCT UBND phường", "Nguyễn Văn An, Phó Chủ tịch"; one the unit
 * has named before is that one. `undefined` where name and office cannot be told apart.
 */
export function leaderInPrint(
  printed: string,
  known: readonly Leader[],
): Pick<Leader, 'name' | 'position'> | undefined {
  const words = normalizeText(printed)
  const found = known.find((leader) => namesLeader(words, leader))
  if (found) return { name: found.name, position: found.position }
  const bare = words.replace(/^-?\s*(?:đồng chí|đ\/c)\s+/iu, '')
  const comma = bare.search(/\s*[,–-]\s*/u)
  const [name, position] =
    comma > 0 ? splitAt(bare, comma, /^\s*[,–-]\s*/u) : splitAt(bare, bare.search(positionWords), /^\s+/)
  return name && position ? { name, position } : undefined
}

function splitAt(words: string, index: number, between: RegExp): [string?, string?] {
  return index > 0 ? [words.slice(0, index), words.slice(index).replace(between, '')] : []
}

/** The bodies that a plan prints in one cell, separated by semicolons or lines: "- Công an phường; - Các phòng, ban." */
export function bodiesInPrint(printed: string): string[] {
  return printed
    .split(/[;\n]/u)
    .map((body) =>
      normalizeText(body)
        .replace(/^[-–]\s*/u, '')
        .replace(/\.$/u, ''),
    )
    .filter((body) => body !== '')
}
