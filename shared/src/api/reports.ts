import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import {
  longestSection,
  mostAddressees,
  ReportContent,
  ReportSection,
  ReportSettings,
} from '../reports/report.ts'
import { ReportKind, ReportPeriod } from '../reports/report-period.ts'
import { endpoint } from './endpoint.ts'
import { Id } from './fields.ts'
import { answer, UnitParams } from './parts.ts'

const ReportParams = UnitParams.extend({ period: ReportPeriod })
const url = '/api/units/:unitCode/reports/:period'

const revised = {
  revision: z.int().meta({ description: '0 where nobody has written anything yet' }),
  by: z.string().nullable(),
  at: z.string().nullable().meta({ description: 'Instant in ISO 8601' }),
}

const WrittenSettings = z.object({ ...revised, settings: ReportSettings }).meta({ id: 'WrittenSettings' })
const WrittenSection = z
  .object({
    ...revised,
    section: ReportSection,
    text: z.string(),
    isPrefilled: z.boolean().meta({ description: 'Offered from accepted explanations; nobody has saved it' }),
    earlier: z
      .object({ period: ReportPeriod, text: z.string() })
      .nullable()
      .meta({ description: 'What the report before said there, to be taken over' }),
  })
  .meta({ id: 'WrittenSection' })
export type WrittenSection = z.infer<typeof WrittenSection>

/** A report that was made; its documents are drawn from what was kept then. */
export const MadeReport = z
  .object({
    id: z.int(),
    period: ReportPeriod,
    isDraft: z.boolean(),
    code: z.string().meta({ description: 'The number of its own: `/kiem-chung/{code}` proves the paper' }),
    addressee: z.int().meta({ description: 'Which of the bodies that the unit reports to, from 1' }),
    by: z.string(),
    at: z.string().meta({ description: 'Instant in ISO 8601' }),
  })
  .meta({ id: 'MadeReport' })
export type MadeReport = z.infer<typeof MadeReport>

/** Figures that an earlier report of the period has made known stand until those of today are asked for. */
const Figures = z.enum(['kept', 'today'])

/** Which of the bodies that the unit reports to; each has settings of its own. */
const Addressee = z
  .int()
  .min(1)
  .max(mostAddressees, { error: `Mỗi đơn vị gửi báo cáo tới nhiều nhất ${mostAddressees} nơi` })

/** All that making a report of a unit and period needs: what is written, how it looks, what it would say, what was made. */
export const readReportDesk = endpoint({
  method: 'GET',
  url,
  right: 'makeReports',
  schema: {
    summary: 'A report of a unit as it would be made now, what is written for it, and the reports made',
    tags: ['reports'],
    params: ReportParams,
    querystring: z.strictObject({
      figures: Figures.optional(),
      addressee: z.coerce.number().pipe(Addressee).optional(),
    }),
    response: {
      200: answer({
        unit: AdministrativeUnit,
        period: ReportPeriod,
        mayWrite: z.boolean(),
        refusal: z.string().nullable().meta({ description: 'Why no report can be made; null where one can' }),
        keptFrom: MadeReport.nullable().meta({ description: 'The report whose figures stand' }),
        hasNewFigures: z.boolean().meta({ description: 'The figures of today say something else' }),
        addressee: Addressee,
        addressees: z
          .array(z.object({ number: Addressee, name: z.string() }))
          .meta({ description: 'Those that have settings, with the first body that each names' }),
        settings: WrittenSettings,
        sections: z.array(WrittenSection),
        preview: ReportContent.nullable(),
        items: z.array(MadeReport).meta({ description: 'Of all periods, newest first' }),
      }),
    },
  },
})

/** Makes a report and keeps it; where nothing has changed since the last one, that one is answered. */
export const makeReport = endpoint({
  method: 'POST',
  url,
  right: 'makeReports',
  schema: {
    summary: 'Make a report: a draft while figures of its period wait for approval',
    tags: ['reports'],
    params: ReportParams,
    body: z.strictObject({ figures: Figures.optional(), addressee: Addressee.optional() }).nullish(),
    response: { 200: answer({ report: MadeReport }) },
  },
})

/** A report as it was made; the same at `.docx`, and its annex at `.xlsx`. */
export const readReport = endpoint({
  method: 'GET',
  url: '/api/units/:unitCode/reports/:period/made/:id',
  right: 'makeReports',
  schema: {
    summary: 'A report as it was made; `/report.docx` and `/annex.xlsx` below it are its documents',
    tags: ['reports'],
    params: ReportParams.extend({ id: Id }),
    querystring: z.strictObject({}),
    response: { 200: answer({ unit: AdministrativeUnit, report: MadeReport, content: ReportContent }) },
  },
})

const revision = z.int().min(0).meta({ description: 'The revision it was written on; 409 when it is stale' })

/** Keeps what somebody wrote into a section as a new revision. */
export const writeReportSection = endpoint({
  method: 'PUT',
  url: `${url}/sections/:section`,
  right: 'writeReports',
  // The longest section in letters of three bytes, and what JSON escapes.
  bodyLimit: 256 * 1024,
  schema: {
    summary: 'Write a section of a report',
    tags: ['reports'],
    params: ReportParams.extend({ section: ReportSection }),
    body: z.strictObject({
      text: z.string().max(longestSection, {
        error: `Mỗi mục dài tối đa ${longestSection.toLocaleString('vi-VN')} ký tự (khoảng 12.000 chữ). Hãy rút gọn hoặc chuyển phần chi tiết sang phụ lục; chưa có gì bị ghi đè.`,
      }),
      revision,
    }),
    response: { 200: answer(WrittenSection.shape) },
  },
})

/** Keeps how the reports of a kind to one addressee look as a new revision. */
export const writeReportSettings = endpoint({
  method: 'PUT',
  url: '/api/units/:unitCode/report-settings',
  right: 'writeReports',
  schema: {
    summary: "Set place, issuer, addressees, signer and recipients of a unit's reports",
    tags: ['reports'],
    params: UnitParams,
    body: z.strictObject({
      settings: ReportSettings,
      revision,
      kind: ReportKind.default('quarter'),
      addressee: Addressee.default(1),
    }),
    response: { 200: answer(WrittenSettings.shape) },
  },
})

const ReportTemplate = answer({
  name: z.string().nullable().meta({ description: "Of the unit's file; null: the product's own is used" }),
  ...revised,
  mayWrite: z.boolean(),
  places: z
    .array(
      z.object({
        place: z.string().meta({ description: 'As the template writes it: {noi_nhan}, {#nhom} … {/nhom}' }),
        meaning: z.string(),
        isRequired: z.boolean(),
      }),
    )
    .meta({ description: 'The named places that a template may have' }),
})

const templateUrl = '/api/units/:unitCode/report-template'

/** The Word template that the reports of a unit are made with; the file itself is at `/template.docx` below it. */
export const readReportTemplate = endpoint({
  method: 'GET',
  url: templateUrl,
  right: 'makeReports',
  schema: {
    summary: "Which Word template a unit's reports are made with, and the places that one may have",
    tags: ['reports'],
    params: UnitParams,
    response: { 200: ReportTemplate },
  },
})

/** Gives a unit a template of its own: multipart/form-data, the file in `file`, the `revision` it takes the place of. */
export const giveReportTemplate = endpoint({
  method: 'POST',
  url: templateUrl,
  right: 'writeReports',
  schema: {
    summary: 'Give a Word template (.docx, up to 2 MB); unknown and missing places are named',
    tags: ['reports'],
    params: UnitParams,
    response: { 200: ReportTemplate },
  },
})

/** Puts the product's own template back; the unit's stay stored. */
export const dropReportTemplate = endpoint({
  method: 'DELETE',
  url: templateUrl,
  right: 'writeReports',
  schema: {
    summary: "Put the product's own template back",
    tags: ['reports'],
    params: UnitParams,
    body: z.strictObject({ revision }),
    response: { 200: ReportTemplate },
  },
})
