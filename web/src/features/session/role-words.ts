import type { Role } from '@moc57/shared'

export const roleWords: Record<Role, string> = {
  administrator: 'Quản trị',
  city: 'Thành phố',
  leader: 'Lãnh đạo',
  officer: 'Người nhập số liệu',
  bodyOfficer: 'Người nhập số liệu',
}
