import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseError, type Examination, evidenceFolder, examineDatabase } from '@moc57/db'
import { oldestBackupHours } from '@moc57/shared'
import type { Settings } from '../env.ts'
import { fewestFreeBytes } from '../http/health-checks.ts'
import { version } from '../http/version.ts'
import { newestFirst } from '../system/make-backup.ts'

/** One thing that was looked at: all is well, worth knowing, or wrong with what to do. */
export type Finding = { kind: 'good' | 'note' | 'wrong'; subject: string; words: string }

type Examined = Pick<Settings, 'databasePath' | 'dataSet' | 'backupFolder'>

/** Looks through data, evidence, rights of files, disk, clock, version and backups, in this order. */
export async function findings(settings: Examined, now: Date): Promise<Finding[]> {
  const { databasePath } = settings
  const examined = await examineDatabase(databasePath, settings).catch((error) => {
    if (error instanceof DatabaseError) return error
    throw error
  })
  return [
    ...(examined instanceof DatabaseError
      ? [wrong('Tệp dữ liệu', examined.message)]
      : examined === 'empty'
        ? [
            wrong(
              'Tệp dữ liệu',
              'không có hoặc trống. Nếu đây là máy mới, hãy chạy npm start; nếu không, hãy khôi phục bản sao lưu: npm run restore -- TỆP.',
            ),
          ]
        : ofData(examined, settings, now)),
    ...ofRights(settings),
    await ofDisk(databasePath),
    ...ofVersion(),
    ofBackups(settings, now),
  ]
}

const good = (subject: string, words: string): Finding => ({ kind: 'good', subject, words })
const wrong = (subject: string, words: string): Finding => ({ kind: 'wrong', subject, words })
const restoring =
  'Hãy dừng máy chủ, giữ nguyên tệp và khôi phục bản sao lưu gần nhất: npm run restore -- TỆP.'
const mostTold = 5

function ofData(examined: Examination, { databasePath }: Examined, now: Date): Finding[] {
  const { damage, orphans, evidenceFiles, missingEvidence, unnamedFiles, lastDeedAt } = examined
  const folder = evidenceFolder(databasePath)
  return [
    damage.length === 0
      ? good('Toàn vẹn', 'mọi trang của tệp dữ liệu đọc được.')
      : wrong('Toàn vẹn', `tệp dữ liệu hỏng (${damage.slice(0, mostTold).join('; ')}). ${restoring}`),
    orphans.length === 0
      ? good('Liên kết', 'không có dòng nào trỏ tới dòng không tồn tại.')
      : wrong(
          'Liên kết',
          `có dòng trỏ tới dòng không tồn tại (${orphans.map(({ table, rows }) => `${table}: ${rows}`).join(', ')}). ${restoring}`,
        ),
    missingEvidence.length === 0
      ? good('Minh chứng', `${evidenceFiles} tệp, tệp nào cũng đúng mã băm.`)
      : wrong(
          'Minh chứng',
          `${missingEvidence.length} trong ${evidenceFiles} tệp thiếu hoặc sai mã băm: ${toldOf(missingEvidence.map(({ name, unitCode, sha256 }) => `“${name}” của đơn vị ${unitCode} (${sha256.slice(0, 12)}…)`))}. Hãy chép các tệp đó từ thư mục -evidence của một bản sao lưu về ${folder}.`,
        ),
    ...(unnamedFiles > 0
      ? [
          {
            kind: 'note' as const,
            subject: 'Tệp thừa',
            words: `${unnamedFiles} tệp trong ${folder} không có số liệu nào nhắc tới (còn lại sau khi khôi phục hoặc khi tải lên dở dang). Không cần làm gì.`,
          },
        ]
      : []),
    ofClock(lastDeedAt, now),
  ]
}

const clockSlackMs = 5 * 60_000
/** No deed can be older than the first version. */
const firstYear = 2025

function ofClock(lastDeedAt: string | undefined, now: Date): Finding {
  const shown = now.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })
  const isBehind = lastDeedAt !== undefined && Date.parse(lastDeedAt) - now.getTime() > clockSlackMs
  if (!isBehind && now.getFullYear() >= firstYear) return good('Đồng hồ', `${shown} (giờ Việt Nam).`)
  return wrong(
    'Đồng hồ',
    `máy đang ở ${shown}, trước cả lần ghi gần nhất trong dữ liệu. Hãy đặt lại ngày giờ của máy và bật tự đồng bộ giờ (NTP).`,
  )
}

function ofRights({ databasePath, backupFolder }: Examined): Finding[] {
  const paths = [
    ...['', '-wal', '-shm'].map((side) => databasePath + side),
    ...below(evidenceFolder(databasePath)),
    ...below(backupFolder),
  ].filter((path) => existsSync(path))
  const locked = [databasePath, dirname(databasePath)].filter((path) => existsSync(path) && !isWritable(path))
  // Windows keeps rights in another way, which a folder of the user inherits.
  const open = process.platform === 'win32' ? [] : paths.filter((path) => statSync(path).mode & 0o077)
  return [
    ...(locked.length > 0
      ? [
          wrong(
            'Quyền ghi',
            `tài khoản đang chạy lệnh này không ghi được ${toldOf(locked)}. Hãy cấp quyền ghi, hoặc chạy bằng tài khoản của dịch vụ.`,
          ),
        ]
      : []),
    open.length === 0
      ? good('Quyền tệp', 'chỉ chủ tệp đọc được dữ liệu, minh chứng và bản sao lưu.')
      : wrong(
          'Quyền tệp',
          `${open.length} tệp, thư mục mà tài khoản khác trên máy đọc được: ${toldOf(open)}. Hãy chạy: chmod -R go-rwx ${[...new Set(open.map((path) => rootOf(path, databasePath, backupFolder)))].map(quoted).join(' ')}`,
        ),
  ]
}

/** The folder as a whole, or the one file. */
function rootOf(path: string, databasePath: string, backupFolder: string): string {
  return [evidenceFolder(databasePath), backupFolder].find((folder) => path.startsWith(folder)) ?? path
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`
}

function below(folder: string): string[] {
  if (!existsSync(folder)) return []
  return [
    folder,
    ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  ]
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

async function ofDisk(databasePath: string): Promise<Finding> {
  const folder = dirname(databasePath)
  if (!existsSync(folder))
    return wrong('Ổ đĩa', `không có thư mục ${folder}. Hãy kiểm tra biến DATABASE_PATH.`)
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const words = `còn trống ${inMegabytes(free)} MB`
  return free >= fewestFreeBytes
    ? good('Ổ đĩa', `${words}.`)
    : wrong(
        'Ổ đĩa',
        `${words}, cần ít nhất ${inMegabytes(fewestFreeBytes)} MB. Hãy dọn ổ đĩa hoặc chuyển dữ liệu sang ổ lớn hơn.`,
      )
}

function inMegabytes(bytes: number): string {
  return Math.floor(bytes / 1024 / 1024).toLocaleString('vi-VN')
}

const oldestNode = [22, 19] as const

function ofVersion(): Finding[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])
  const words = `Mốc 57 ${version}, Node.js ${process.versions.node}`
  return [
    isOld
      ? wrong('Phiên bản', `${words}: cần Node.js ${oldestNode.join('.')} trở lên.`)
      : good('Phiên bản', `${words}.`),
  ]
}

function toldOf(names: readonly string[]): string {
  const rest = names.length - mostTold
  return [...names.slice(0, mostTold), ...(rest > 0 ? [`… và ${rest} mục khác`] : [])].join(', ')
}

function ofBackups({ backupFolder, dataSet }: Examined, now: Date): Finding {
  // By their names, as the service lists them: a copy of a file has the time of its copying.
  const [newest] = newestFirst(existsSync(backupFolder) ? readdirSync(backupFolder) : [], dataSet)
  const subject = 'Sao lưu'
  if (!newest) return wrong(subject, `chưa có bản nào trong ${backupFolder}. Hãy chạy: npm run backup`)
  const hours = Math.floor((now.getTime() - Date.parse(newest.at)) / 3_600_000)
  const words = `bản gần nhất cách đây ${hours} giờ, trong ${backupFolder}`
  return hours <= oldestBackupHours
    ? good(subject, `${words}.`)
    : wrong(subject, `${words}: quá cũ. Hãy chạy: npm run backup`)
}
