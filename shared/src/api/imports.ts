import { z } from 'zod'
import { AdministrativeUnit } from '../administrative-unit.ts'
import { ImportPreview } from '../measurements/import-preview.ts'
import { Quarter } from '../quarter-schema.ts'
import { endpoint } from './endpoint.ts'
import { answer, UnitParams } from './parts.ts'

const PeriodParams = UnitParams.extend({ period: Quarter })
const CityParams = z.strictObject({ period: Quarter })

const preview = answer({
  unit: AdministrativeUnit.nullable().meta({ description: 'null where the file is of many units' }),
  period: Quarter,
  ...ImportPreview.shape,
})
const written = answer({
  period: Quarter,
  written: z.int().meta({ description: 'Figures that are stored now, as drafts' }),
  counts: ImportPreview.shape.counts,
})

const ofForm =
  'multipart/form-data: `file` (.xlsx, .docx, .pdf or .csv, at most 5 MB), optional `sheet`, `valueColumn`, `answers` (JSON, row to indicator)'
const ofConfirmation = `${ofForm}, and the \`token\` of the preview`

/** Reads a file of one unit and says what it would change; writes nothing. */
export const previewImport = endpoint({
  method: 'POST',
  url: '/api/units/:unitCode/entries/:period/import',
  right: 'enter',
  schema: {
    summary: `What a file would change in a unit's quarter. Body: ${ofForm}`,
    tags: ['import'],
    params: PeriodParams,
    response: { 200: preview },
  },
})

/** Writes what a preview showed, all of it or nothing, as drafts. */
export const confirmImport = endpoint({
  method: 'POST',
  url: '/api/units/:unitCode/entries/:period/import/confirm',
  right: 'enter',
  schema: {
    summary: `Write what the preview showed. Body: ${ofConfirmation}`,
    tags: ['import'],
    params: PeriodParams,
    response: { 200: written },
  },
})

/** The same for one file of many units. */
export const previewCityImport = endpoint({
  method: 'POST',
  url: '/api/imports/:period',
  right: 'importCity',
  schema: {
    summary: `What a file of many units would change. Body: ${ofForm}`,
    tags: ['import'],
    params: CityParams,
    response: { 200: preview },
  },
})

export const confirmCityImport = endpoint({
  method: 'POST',
  url: '/api/imports/:period/confirm',
  right: 'importCity',
  schema: {
    summary: `Write what the preview of many units showed. Body: ${ofConfirmation}`,
    tags: ['import'],
    params: CityParams,
    response: { 200: written },
  },
})
