import type { AddressInfo } from 'node:net'
import {
  claimDatabase,
  hasAccounts,
  loadSampleData,
  openApprovalChains,
  openDatabase,
  seedDatabase,
} from '@moc57/db'
import { sampleNotice } from '@moc57/shared/api'
import closeWithGrace from 'close-with-grace'
import { buildApp } from './app.ts'
import { readNamedBoundaries } from './city/boundaries/named-boundaries.ts'
import { runForPeople } from './commands/run-for-people.ts'
import { type Settings, SettingsError } from './env.ts'
import { commit } from './http/commit.ts'
import type { Log } from './http/log.ts'
import { version } from './http/version.ts'
import { createDemoAccounts } from './people/demo-accounts.ts'
import { createFirstAdministrator } from './people/first-administrator.ts'
import { smtpSender } from './people/reminders/mailer.ts'
import { scheduleReminders } from './people/reminders/schedule.ts'
import { sendDueDigests } from './people/reminders/send-digests.ts'
import { openBackups } from './system/backups.ts'
import { backUpBeforeUpgrade } from './system/before-upgrade.ts'
import { scheduleBackups } from './system/schedule.ts'

/** Milliseconds after which stopping is given up and the process ended. */
const longestStop = 4500

await runForPeople(serve, 1)

/** Opens the file, migrates and loads it, serves, and prints the address once the service answers. */
async function serve(settings: Settings, log: Log): Promise<void> {
  const { host, port, dataSet, databasePath, adminPassword, seedsFolder, webFolder, provider } = settings
  // Also where the start fails further down.
  process.once('exit', claimDatabase(databasePath))
  await backUpBeforeUpgrade(settings, log)
  const database = openDatabase(databasePath, { dataSet, backupFolder: settings.backupFolder })
  const now = new Date()
  seedDatabase(database, { seedsFolder, now })
  if (dataSet === 'sample') loadSampleData(database)
  openApprovalChains(database, now)

  const isNew = !hasAccounts(database)
  const printedPassword = await createFirstAdministrator(database, adminPassword, now)
  // Told at once: nobody learns them any more if the port is taken.
  if (printedPassword) {
    console.log(
      `Tài khoản quản trị: admin, mật khẩu: ${printedPassword} (chỉ in một lần, phải đổi khi đăng nhập)`,
    )
  }
  if (isNew && dataSet === 'sample') console.log(await createDemoAccounts(database, now))

  const namedBoundaries = await readNamedBoundaries(database, settings.boundariesPath)
  const backups = await openBackups(database, {
    folder: settings.backupFolder,
    time: settings.backupTime,
    log,
  })
  const app = await buildApp({
    database,
    webFolder,
    namedBoundaries,
    trustedProxy: settings.trustedProxy,
    provider,
    publicUrl: settings.publicUrl,
    backups,
    metricsToken: settings.metricsToken,
    log,
    isSecondFactorRequired: settings.isSecondFactorRequired,
    isMailSet: settings.mail !== undefined,
  })
  let stopReminders = () => {}
  let stopBackups = async () => {}
  const onTimeout = () => log.fatal('stopped by force')
  closeWithGrace({ delay: longestStop, logger: false, onTimeout }, async ({ signal, err }) => {
    ignoreFurtherSignals()
    if (err) log.fatal({ err }, 'crashed')
    else log.info({ signal }, 'stopping')
    stopReminders()
    await stopBackups()
    await app.close()
    database.close()
    log.info('stopped')
  })
  await app
    .listen({ host, port, listenTextResolver: () => 'listening' })
    .catch((error: NodeJS.ErrnoException) => {
      throw listenError(error, host, port)
    })
  stopBackups = scheduleBackups(backups)
  if (backups.isOnSameDisk()) {
    console.log(
      'Cảnh báo: bản sao lưu nằm cùng ổ đĩa với dữ liệu. Hãy đặt biến BACKUP_PATH tới ổ đĩa khác hoặc thư mục mạng.',
    )
  }
  if (settings.mail) {
    const send = smtpSender(settings.mail)
    const sending = {
      database,
      send,
      now: () => new Date(),
      publicUrl: settings.publicUrl,
      notice: dataSet === 'sample' ? sampleNotice : null,
      log,
    }
    stopReminders = scheduleReminders(() => sendDueDigests(sending), log)
  }
  const { port: openPort } = app.server.address() as AddressInfo
  const shownHost =
    host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  log.info({ host, port: openPort, dataSet, databasePath }, 'started')
  if (dataSet === 'sample') console.log('DỮ LIỆU MINH HỌA: không phải số liệu thật.')
  console.log(`Để dừng: nhấn Ctrl+C, hoặc chạy lệnh kill ${process.pid}`)
  const running = commit ? `${version} (${commit})` : version
  console.log(`Mốc 57 ${running} đang chạy tại http://${shownHost}:${openPort}`)
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const causes: Record<string, string> = {
    EADDRINUSE: `Cổng ${port} đang được chương trình khác dùng. Hãy tắt chương trình đó, hoặc chạy với cổng khác: PORT=${port + 1} npm start`,
    EACCES: `Không được phép mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên: PORT=5757 npm start`,
    EADDRNOTAVAIL: `Máy này không có địa chỉ ${host}. Hãy sửa biến HOST, ví dụ HOST=127.0.0.1`,
    ENOTFOUND: `Không tìm thấy địa chỉ ${host}. Hãy sửa biến HOST, ví dụ HOST=127.0.0.1`,
  }
  const words = error.code && causes[error.code]
  return words ? new SettingsError(words) : error
}

/** Ctrl+C comes from the terminal, from npm and from start.mjs alike: the first starts closing, the others mean it too. */
function ignoreFurtherSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.removeAllListeners(signal)
    process.on(signal, () => {})
  }
}
