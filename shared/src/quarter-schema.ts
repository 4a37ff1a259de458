import { z } from 'zod'
import { firstQuarter, isQuarter, lastQuarter, quarterForm } from './quarter.ts'

/** A reporting quarter such as `2026-Q3`. It sorts as text and is never a Date. */
export const Quarter = z
  .string()
  .regex(quarterForm, {
    error: 'Kỳ báo cáo viết theo mẫu 2026-Q3 (năm, gạch nối, quý từ Q1 đến Q4)',
    abort: true,
  })
  .refine(isQuarter, {
    error: `Kỳ báo cáo phải trong khoảng từ ${firstQuarter} đến ${lastQuarter}`,
  })
  .meta({ description: 'CitySubmissions quarter, for example 2026-Q3', example: '2026-Q3' })
export type Quarter = z.infer<typeof Quarter>

/** What a quarter's figures cover and when they are due; days as `2026-09-14`. */
export const ReportingWindow = z.object({ from: z.string(), to: z.string(), dueOn: z.string() })
export type ReportingWindow = z.infer<typeof ReportingWindow>
