import compress from '@fastify/compress'
import type { Database } from '@moc57/db'
import { mostBodyBytes } from '@moc57/shared'
import { sampleNotice } from '@moc57/shared/api'
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { budgetRoutes } from './budget/budget.ts'
import { boundaryRoutes, type NamedBoundaries } from './city/boundaries/routes.ts'
import { comparisonRoutes } from './city/comparison.ts'
import { movementRoutes } from './city/movement.ts'
import { openDataRoutes } from './city/open-data/routes.ts'
import { peerRoutes } from './city/peers.ts'
import { submissionStatusRoutes } from './city/submission-status.ts'
import { unitRoutes } from './city/units.ts'
import type { ProviderSettings } from './env.ts'
import { explanationRoutes } from './explanations/explanations.ts'
import { answers } from './http/answers.ts'
import { calendarAt } from './http/clock.ts'
import { closing } from './http/closing.ts'
import type { Context } from './http/context.ts'
import { dataFile } from './http/data-file.ts'
import { storageChecks } from './http/health-checks.ts'
import type { Log } from './http/log.ts'
import { metrics } from './http/metrics.ts'
import { names } from './http/names.ts'
import { openapi } from './http/openapi.ts'
import { problemOf, problems, sendProblem } from './http/problems.ts'
import { rates } from './http/rates.ts'
import { abortedRequests, newRequestId, RequestLog } from './http/request-log.ts'
import { rights } from './http/rights.ts'
import { securityHeaders } from './http/security-headers.ts'
import { turns } from './http/turns.ts'
import { answerUnreadable, headersOfNoPage } from './http/unreadable.ts'
import { web } from './http/web.ts'
import { indicatorRoutes } from './indicators/indicators.ts'
import { progressRoutes } from './indicators/progress.ts'
import { inspectionRoutes } from './inspections/inspections.ts'
import { approvalRoutes } from './measurements/approvals.ts'
import { entryRoutes } from './measurements/entries.ts'
import { evidenceRoutes } from './measurements/evidence/routes.ts'
import { withdrawnEvidenceRoutes } from './measurements/evidence/withdrawn-evidence.ts'
import { importRoutes } from './measurements/import/routes.ts'
import { periodRoutes } from './measurements/periods.ts'
import { revisionRoutes } from './measurements/revisions.ts'
import { accountRoutes } from './people/accounts.ts'
import { auditRoutes } from './people/audit.ts'
import { reminderRoutes } from './people/reminders/routes.ts'
import { secondFactorRoutes } from './people/second-factor-routes.ts'
import { session } from './people/session.ts'
import { sessionRoutes } from './people/session-routes.ts'
import { providerRoutes } from './people/sign-in-by-provider.ts'
import { planRoutes } from './plans/plans.ts'
import { yearEndRoutes } from './plans/year-ends.ts'
import { reportTemplateRoutes } from './reports/report-templates.ts'
import { reportRoutes } from './reports/reports.ts'
import { verificationRoutes } from './reports/verification.ts'
import { type Backups, backupCheck } from './system/backups.ts'
import { browserErrorRoutes } from './system/browser-errors.ts'
import { healthRoutes } from './system/health.ts'
import { systemRoutes } from './system/system.ts'
import { taskRoutes } from './tasks/tasks.ts'

/** Milliseconds that the head and the whole of a request may take to arrive: a slow line, not a held connection. */
const slowestHead = 20_000
const slowestRequest = 60_000

export type AppOptions = {
  database: Database
  /** The built pages; without them the service answers `/api` alone. */
  webFolder: string
  /** The unit boundaries that the environment names; without it the administrator may send a file up. */
  namedBoundaries?: NamedBoundaries | undefined
  now?: () => Date
  /** Accounts of the administrator and the city set up a second factor before anything. */
  isSecondFactorRequired?: boolean
  /**
   * The addresses of a proxy before the service. Without it every caller would have the proxy's address, and thirty
   * wrong passwords of anybody would lock everybody out.
   */
  trustedProxy?: string | undefined
  /** Where people may sign in other than with a password. */
  provider?: ProviderSettings | undefined
  /** Without them the service makes none. */
  backups?: Backups
  /** Whoever has it reads the numbers of the service; without it this machine alone. */
  metricsToken?: string | undefined
  /** Where the pages are opened: writes may come from there, whatever a proxy makes of `Host`. */
  publicUrl?: string | undefined
  /** Without it nothing is told. */
  log?: Log
  /** Whether letters can go out. */
  isMailSet?: boolean
  /** Milliseconds after which what was written stands in the database file itself. */
  checkpointAfter?: number
}

/** The service: plugins first, then the routes of each resource. It does not listen yet. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const {
    database,
    webFolder,
    now = () => new Date(),
    trustedProxy,
    provider,
    log,
    isSecondFactorRequired = false,
    isMailSet = false,
  } = options
  const app = fastify({
    ...(log && { loggerInstance: log as FastifyBaseLogger }),
    logController: new RequestLog(),
    genReqId: newRequestId,
    bodyLimit: mostBodyBytes,
    trustProxy: trustedProxy ?? false,
    return503OnClosing: false,
    requestTimeout: slowestRequest,
    connectionTimeout: 2 * slowestRequest,
    http: { headersTimeout: slowestHead, connectionsCheckingInterval: 2000 },
    clientErrorHandler: answerUnreadable,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, _request, reply) =>
      sendProblem(reply.headers(headersOfNoPage), problemOf(error)),
  })
  app.removeContentTypeParser('text/plain')
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  const calendar = () => calendarAt(database, now())
  const context: Context = {
    database,
    calendar,
    now,
    isSecondFactorRequired,
    notice: database.dataSet === 'sample' ? sampleNotice : null,
  }

  await app.register(closing)
  await app.register(abortedRequests)
  await app.register(answers, { database, now })
  await app.register(problems)
  await app.register(dataFile, { database, checkpointAfter: options.checkpointAfter })
  await app.register(securityHeaders, { publicUrl: options.publicUrl })
  await app.register(compress, { threshold: 2048, encodings: ['br', 'gzip'] })
  await app.register(session, { database, now, isSecondFactorRequired, publicUrl: options.publicUrl })
  await app.register(names, { database })
  await app.register(rates)
  await app.register(turns)
  await app.register(rights, context)
  await app.register(openapi)
  const { backups = null } = options
  const checks = [...storageChecks(database), ...(backups ? [backupCheck(backups)] : [])]
  await app.register(healthRoutes, { checks })
  await app.register(systemRoutes, { ...context, checks, backups })
  await app.register(metrics, {
    database,
    backupAge: backups?.ageInHours ?? null,
    token: options.metricsToken,
  })
  await app.register(browserErrorRoutes)
  await app.register(sessionRoutes, context)
  await app.register(secondFactorRoutes, context)
  await app.register(providerRoutes, { ...context, provider })
  await app.register(accountRoutes, context)
  await app.register(indicatorRoutes, context)
  await app.register(unitRoutes, context)
  await app.register(progressRoutes, context)
  await app.register(periodRoutes, context)
  await app.register(planRoutes, context)
  await app.register(entryRoutes, context)
  await app.register(approvalRoutes, context)
  await app.register(revisionRoutes, context)
  await app.register(auditRoutes, context)
  await app.register(importRoutes, context)
  await app.register(evidenceRoutes, context)
  await app.register(withdrawnEvidenceRoutes, context)
  await app.register(explanationRoutes, context)
  await app.register(taskRoutes, context)
  await app.register(budgetRoutes, context)
  await app.register(inspectionRoutes, context)
  await app.register(reportRoutes, { ...context, publicUrl: options.publicUrl })
  await app.register(reportTemplateRoutes, context)
  await app.register(verificationRoutes, context)
  await app.register(reminderRoutes, { ...context, isMailSet })
  await app.register(yearEndRoutes, context)
  await app.register(comparisonRoutes, context)
  await app.register(boundaryRoutes, { ...context, namedBoundaries: options.namedBoundaries })
  await app.register(movementRoutes, context)
  await app.register(peerRoutes, context)
  await app.register(openDataRoutes, context)
  await app.register(submissionStatusRoutes, context)
  await app.register(web, { folder: webFolder })
  return app
}
