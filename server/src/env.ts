import { isIP } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { endProviderSignIn } from '@moc57/shared/api'
import { z } from 'zod'
import { type LogLevel, logLevels } from './http/log.ts'
import type { MailSettings } from './people/reminders/mailer.ts'

const repository = resolve(import.meta.dirname, '../..')

const DataSet = z.enum(['real', 'sample'])

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(5757),
  DATA_SET: DataSet.default('real'),
  LOG_LEVEL: z.enum(logLevels, `phải là một trong ${logLevels.join(', ')}`).default('info'),
  DATABASE_PATH: z.string().min(1).optional(),
  BACKUP_PATH: z.string().min(1).optional(),
  BACKUP_TIME: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'phải là giờ và phút, ví dụ 01:30')
    .default('01:30'),
  METRICS_TOKEN: z.string().min(16, 'phải có ít nhất 16 ký tự').optional(),
  BOUNDARIES_PATH: z.string().min(1).optional(),
  ADMIN_PASSWORD: z.string().max(200).optional(),
  TRUSTED_PROXY: z
    .string()
    .refine(
      (list) => list.split(',').every((address) => isIP(address.trim()) !== 0),
      'phải là địa chỉ IP của máy chủ trung gian, ví dụ 127.0.0.1; nhiều địa chỉ cách nhau bằng dấu phẩy',
    )
    .optional(),
  REQUIRE_SECOND_FACTOR: z.enum(['yes', 'no'], 'là yes hoặc no').default('no'),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'phải là địa chỉ http:// hoặc https://' }).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'phải là địa chỉ https://' }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60).default('tài khoản của cơ quan'),
  OIDC_CLAIM: z.string().default('preferred_username'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'phải là địa chỉ smtp://máy-chủ:cổng' }).optional(),
  SMTP_FROM: z.email('phải là một địa chỉ thư điện tử').optional(),
})

/** How people sign in by an OpenID Connect provider. */
export type ProviderSettings = {
  issuer: URL
  clientId: string
  clientSecret: string
  /** Where the provider sends people back to; the same as is registered there. */
  redirectUri: URL
  /** For the words on the button. */
  name: string
  /** The claim that holds the username of the account. */
  claim: string
  /** Seconds that the provider may take for one answer. */
  timeLimit?: number
}

/** How the service is set up; design.md section 4. */
export type Settings = {
  host: string
  port: number
  dataSet: z.infer<typeof DataSet>
  /** From which weight on events are told. */
  logLevel: LogLevel
  /** Real and sample data never share a file, so each has a file of its own unless one is named. */
  databasePath: string
  /** Where backups go; another disk or a share is better than the default beside the database. */
  backupFolder: string
  /** When in the night they are made, in Viet Nam: "01:30". */
  backupTime: string
  /** Whoever sends it reads `/metrics` from any machine. */
  metricsToken: string | undefined
  /** A GeoJSON or TopoJSON file of the unit boundaries; without it the administrator may send one up. */
  boundariesPath: string | undefined
  /** For the administrator of a new database; without it one is made. */
  adminPassword: string | undefined
  /** The proxy before the service, whose word on who calls and by which protocol is taken. */
  trustedProxy: string | undefined
  /** `undefined`: people sign in with passwords alone. */
  provider: ProviderSettings | undefined
  /** Accounts of the administrator and the city set up a second factor before anything. */
  isSecondFactorRequired: boolean
  /** Where the pages are opened, for the links in letters. */
  publicUrl: string | undefined
  /** How reminders go out by e-mail; without it they stand in the pages alone. */
  mail: MailSettings | undefined
  seedsFolder: string
  webFolder: string
}

/** Reads the environment once; what it cannot use it reports in one error with a line for each variable. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const { success, data, error } = Environment.safeParse(set)
  if (!success) {
    const lines = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
    throw wrongVariables(lines)
  }
  const file = data.DATA_SET === 'sample' ? 'data/moc57-sample.db' : 'data/moc57.db'
  const databasePath = data.DATABASE_PATH ?? resolve(repository, file)
  return {
    host: data.HOST,
    port: data.PORT,
    dataSet: data.DATA_SET,
    logLevel: data.LOG_LEVEL,
    databasePath,
    backupFolder: resolve(data.BACKUP_PATH ?? join(dirname(databasePath), 'backup')),
    backupTime: data.BACKUP_TIME,
    metricsToken: data.METRICS_TOKEN,
    boundariesPath: data.BOUNDARIES_PATH,
    adminPassword: data.ADMIN_PASSWORD,
    trustedProxy: data.TRUSTED_PROXY,
    provider: readProvider(data),
    isSecondFactorRequired: data.REQUIRE_SECOND_FACTOR === 'yes',
    publicUrl: data.PUBLIC_URL,
    mail: mailOf(data),
    seedsFolder: resolve(repository, 'seeds'),
    webFolder: resolve(repository, 'web/dist'),
  }
}

const neededForProvider = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'] as const

/** All of it or nothing: half of it would be found out by the first person who wants to sign in. */
function readProvider(data: z.infer<typeof Environment>): ProviderSettings | undefined {
  const { PUBLIC_URL, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME, OIDC_CLAIM } = data
  if (!OIDC_ISSUER && !OIDC_CLIENT_ID && !OIDC_CLIENT_SECRET) return undefined
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET || !PUBLIC_URL) {
    const missing = neededForProvider.filter((name) => !data[name])
    throw wrongVariables(
      missing.map(
        (name) => `${name}: còn thiếu; đăng nhập qua nhà cung cấp cần đủ ${neededForProvider.join(', ')}`,
      ),
    )
  }
  const [issuer, publicUrl] = [new URL(OIDC_ISSUER), new URL(PUBLIC_URL)]
  const wrong = [
    ...(issuer.protocol === 'https:' || isThisMachine(issuer)
      ? []
      : ['OIDC_ISSUER: phải là https://; http:// chỉ dùng được với nhà cung cấp trên chính máy này']),
    ...(publicUrl.href === `${publicUrl.origin}/`
      ? []
      : [`PUBLIC_URL: chỉ gồm giao thức, tên máy và cổng, ví dụ ${publicUrl.origin}`]),
  ]
  if (wrong.length > 0) throw wrongVariables(wrong)
  return {
    issuer,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    redirectUri: new URL(endProviderSignIn.url, publicUrl),
    name: OIDC_NAME,
    claim: OIDC_CLAIM,
  }
}

function isThisMachine({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}

function wrongVariables(lines: readonly string[]): SettingsError {
  return new SettingsError(
    `Biến môi trường chưa đúng, hãy sửa rồi chạy lại:\n${lines.map((line) => `  ${line}`).join('\n')}`,
  )
}

function mailOf({ SMTP_URL, SMTP_FROM }: z.infer<typeof Environment>): MailSettings | undefined {
  if (!SMTP_URL && !SMTP_FROM) return undefined
  if (!SMTP_URL || !SMTP_FROM) {
    throw new SettingsError(
      'Muốn gửi thư nhắc việc cần cả hai biến SMTP_URL (ví dụ smtp://mail.haiphong.gov.vn:587) và SMTP_FROM (địa chỉ gửi). Hãy thêm biến còn thiếu, hoặc bỏ cả hai.',
    )
  }
  return { smtpUrl: SMTP_URL, from: SMTP_FROM }
}

/** A setting that a person has to mend before the service can start. */
export class SettingsError extends Error {}
