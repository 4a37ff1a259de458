import { z } from 'zod'

/** A calendar day as `2026-11-22`, from the first year of the plans to the last that periods reach. */
export const Day = z.iso
  .date('Ngày viết theo mẫu 2026-11-22')
  .refine((day) => day >= '2025-01-01' && day <= '2050-12-31', {
    error: 'Ngày phải trong khoảng từ 01/01/2025 đến 31/12/2050',
  })
  .meta({ description: 'A day in Viet Nam', example: '2026-11-22' })
