import { z } from 'zod'
import { Comparator } from '../indicators/figure.ts'
import { Quarter } from '../quarter-schema.ts'
import { ReportPeriod } from './report-period.ts'

/** The parts of a report that people write; the results (section II) are written from the figures. */
export const ReportSection = z.enum(['direction', 'difficulties', 'plan', 'requests'])
export type ReportSection = z.infer<typeof ReportSection>

export const reportSectionTitles: Record<ReportSection, string> = {
  direction: 'I. Công tác chỉ đạo, điều hành',
  difficulties: 'III. Khó khăn, vướng mắc và nguyên nhân',
  plan: 'IV. Phương hướng, nhiệm vụ trọng tâm',
  requests: 'V. Đề xuất, kiến nghị',
}

/** Far more than 5,000 words, which have about 25,000 characters. */
export const longestSection = 60_000

const line = (longest: number) => z.string().trim().max(longest)
const oneLine = (longest: number) =>
  line(longest).refine((text) => !/[\r\n]/.test(text), { error: 'Chỉ viết trên một dòng' })

/** How many bodies a unit may send its reports to, each with settings of its own. */
export const mostAddressees = 6

/** How a unit's reports look (Nghị định 30/2020/NĐ-CP, Phụ lục I): an empty text is left out or left blank. */
export const ReportSettings = z
  .strictObject({
    placeName: oneLine(100).meta({ description: 'Before the day: Kiến An; a name of a person in full' }),
    superior: line(200).meta({ description: 'Superior body, in lines; empty for a ward office' }),
    issuer: line(200)
      .refine((text) => text !== '', { error: 'Hãy ghi tên cơ quan ban hành' })
      .meta({ description: 'Issuing body, in lines' }),
    symbol: oneLine(40).meta({ description: 'After the blank number: BC-UBND' }),
    basis: oneLine(2000).meta({ description: 'What is carried out: the words after "Thực hiện"' }),
    addressees: line(1000).meta({ description: 'Kính gửi, one a line' }),
    authority: oneLine(100).meta({ description: 'TM. ỦY BAN NHÂN DÂN' }),
    signerTitle: line(200).meta({ description: 'In lines: KT. CHỦ TỊCH, PHÓ CHỦ TỊCH' }),
    signerName: oneLine(100),
    recipients: line(2000).meta({ description: 'Nơi nhận, one a line, without signs; "Như trên" is added' }),
  })
  .meta({ id: 'ReportSettings' })
export type ReportSettings = z.infer<typeof ReportSettings>

/** A figure in the annex: the exact value, and the words that stand for it. */
const AnnexFigure = z.object({ value: z.number(), comparator: Comparator.nullable(), text: z.string() })

/** A row of the annex, in words ready to print. */
export const AnnexRow = z
  .object({
    number: z.int(),
    groupCode: z.string(),
    name: z.string().meta({ description: 'As the plan prints it' }),
    unitOfMeasure: z.string(),
    targets: z.array(z.string()).meta({ description: 'As printed, under `milestones`' }),
    previous: AnnexFigure.nullable(),
    current: AnnexFigure.nullable(),
    toTarget: z.string(),
    status: z.string(),
    leadBody: z.string(),
    note: z.string(),
  })
  .meta({ id: 'AnnexRow' })
export type AnnexRow = z.infer<typeof AnnexRow>

/** What a report says of the figures: everything that the data and the day decide. */
export const ReportFigures = z
  .object({
    period: ReportPeriod,
    takenOn: z.string().meta({ description: 'Day of the figures, as 2026-11-22' }),
    isDraft: z.boolean().meta({ description: 'Some figures were not approved yet: DỰ THẢO' }),
    notice: z.string().nullable().meta({ description: 'Marks sample data' }),
    unitName: z.string().meta({ description: '"phường Kiến An"' }),
    window: z.object({ from: z.string(), to: z.string() }),
    planNote: z.string().nullable().meta({ description: 'Says whose targets serve as a yardstick' }),
    summary: z.array(z.string()).meta({ description: 'Paragraphs' }),
    groups: z.array(z.object({ code: z.string(), name: z.string(), sentences: z.array(z.string()) })),
    previousPeriod: Quarter.nullable(),
    milestones: z.array(z.int()),
    annex: z.array(AnnexRow),
  })
  .meta({ id: 'ReportFigures' })
export type ReportFigures = z.infer<typeof ReportFigures>

/** The whole content of a report as of its day; documents are drawn from it and from nothing else. */
export const ReportContent = z
  .object({
    figures: ReportFigures,
    settings: ReportSettings,
    sections: z.record(ReportSection, z.string()),
  })
  .meta({ id: 'ReportContent' })
export type ReportContent = z.infer<typeof ReportContent>
