import { approvedQuarters } from '@moc57/db'
import { quarterLabel } from '@moc57/shared'
import { type OpenDataTable, openDataRows } from '@moc57/shared/api'
import type { Context } from '../../http/context.ts'
import { tableSchemaOf } from './table-schema.ts'

const ofUnit = { fields: 'unitCode', reference: { resource: 'units', fields: 'code' } }
const ofIndicator = { fields: 'indicatorNumber', reference: { resource: 'indicators', fields: 'number' } }

/** What makes a row the only one, and what it refers to. */
const keys: Record<OpenDataTable, object> = {
  units: { primaryKey: 'code' },
  indicators: { primaryKey: 'number' },
  targets: {
    primaryKey: ['unitCode', 'indicatorNumber', 'milestone'],
    foreignKeys: [ofUnit, ofIndicator],
  },
  measurements: {
    primaryKey: ['unitCode', 'indicatorNumber', 'period'],
    foreignKeys: [ofUnit, ofIndicator],
  },
}

function resourceOf(table: OpenDataTable, name: string, path: string, title: string) {
  return {
    profile: 'tabular-data-resource',
    name,
    path,
    title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: { ...tableSchemaOf(openDataRows[table]), ...keys[table] },
  }
}

/** The Data Package descriptor (Frictionless, version 1): what is published, where, and what its columns mean. */
export function descriptorOf({ database, notice }: Pick<Context, 'database' | 'notice'>) {
  const mark = notice ? `${notice}. ` : ''
  return {
    profile: 'tabular-data-package',
    name: notice ? 'moc57-minh-hoa' : 'moc57',
    notice,
    title: `${mark}Kết quả thực hiện chỉ tiêu Nghị quyết số 57-NQ/TW của phường, xã, đặc khu`,
    description: `${mark}Chỉ gồm số liệu đã được đơn vị duyệt. Mỗi bảng .csv có bản .json ở cùng địa chỉ. Ô trống là không có, không phải 0.`,
    keywords: ['57-NQ/TW', 'chuyển đổi số', 'khoa học công nghệ', 'đổi mới sáng tạo'],
    resources: [
      resourceOf('units', 'units', 'units.csv', 'Đơn vị hành chính'),
      resourceOf('indicators', 'indicators', 'indicators.csv', 'Chỉ tiêu của Phụ lục 01'),
      resourceOf('targets', 'targets', 'targets.csv', 'Mục tiêu đang áp dụng theo từng mốc'),
      ...approvedQuarters(database).map((period) =>
        resourceOf(
          'measurements',
          `measurements-${period.toLowerCase()}`,
          `measurements/${period}.csv`,
          `Số liệu đã duyệt, ${quarterLabel(period)}`,
        ),
      ),
    ],
  }
}
