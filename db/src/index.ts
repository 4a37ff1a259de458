export { type AcceptedExplanation, acceptedExplanations } from './accepted-explanations.ts'
export {
  type AccountChange,
  type AccountRights,
  changeAccount,
  createAccount,
  findAccount,
  hasAccounts,
  LastAdministratorError,
  listAccounts,
  logSignIn,
  type NewAccount,
  type StoredAccount,
} from './accounts.ts'
export { type FoundUnit, findUnit, listUnits } from './administrative-units.ts'
export { assignmentsInForce, listLeadBodies } from './assignments.ts'
export { type AuditSearch, countAudit, listAudit } from './audit.ts'
export { type BackupContent, backUp, removeUnfinished, restore } from './backup.ts'
export { type BackupEvent, firstUsedAt, lastBackupEvent, recordBackupEvent } from './backup-events.ts'
export { EvidenceError } from './backup-evidence.ts'
export { addBoundaries, latestBoundaries, type StoredBoundaries } from './boundaries.ts'
export { browserSecret } from './browser-secret.ts'
export { appendBudgetLine, listBudgetLines } from './budget.ts'
export { type Cell, findCell, latestRevision, type StoredCell } from './cells.ts'
export { type CitySeries, citySeries } from './city-series.ts'
export { dataVersion } from './data-version.ts'
export { DatabaseError, type DatabaseErrorCode } from './database-error.ts'
export {
  addEvidence,
  countEvidence,
  countStoredFiles,
  type EvidenceOf,
  type EvidenceReader,
  findEvidence,
  listEvidence,
  listEvidenceOfIndicator,
  type NewEvidence,
} from './evidence.ts'
export { type EvidenceStore, evidenceFolder, openEvidenceStore } from './evidence-store.ts'
export {
  askExplanation,
  ExplanationStateError,
  findExplanation,
  listExplanations,
  recordExplanationEvent,
} from './explanations.ts'
export { type GroupCommit, groupCommit } from './group-commit.ts'
export { countedAt, isCounted, type LoggedState, listLoggedStates } from './history.ts'
export { listIndicators, listIndicatorsOfUnit } from './indicators.ts'
export { isKnownDevice, rememberDevice } from './known-devices.ts'
export { listLeaders } from './leaders.ts'
export { removeLeftovers } from './leftovers.ts'
export {
  appendRevision,
  appendRevisions,
  type CountedByIndicator,
  countedMeasurements,
  countedMeasurementsOfCity,
  latestRevisions,
  listRevisions,
  type NewRevision,
  revisionsOfQuarter,
  StaleRevisionError,
  type StoredRevision,
} from './measurements.ts'
export { commitsOf, inOneCommit } from './one-commit.ts'
export { claimDatabase } from './open/claim-database.ts'
export { dataFileOf, type FileTrouble } from './open/data-file.ts'
export { type Examination, examineDatabase } from './open/examine.ts'
export { type StorageFault, storageFaultOf } from './open/storage-fault.ts'
export { waitForWriter } from './open/writer.ts'
export { type Database, type DataSet, isToBeMigrated, openDatabase } from './open.ts'
export { approvedFigures, approvedPeriods, publishedTargets } from './open-data.ts'
export { listPeople } from './people/people.ts'
export {
  beginSecondFactor,
  confirmSecondFactor,
  countRecoveryCodes,
  findSecondFactor,
  removeSecondFactor,
  type SecondProof,
  useSecondProof,
} from './people/second-factor.ts'
export { listWithdrawnEvidence, recordErasure, withdrawEvidence } from './people/withdrawn-evidence.ts'
export { listPlanChanges } from './plan-change-log.ts'
export {
  appendPlanChange,
  lastPlanChange,
  listDocuments,
  listIndicatorGroups,
  StalePlanError,
} from './plan-changes.ts'
export { type PlanOfUnit, planOfUnit, referenceUnitCode } from './plans.ts'
export {
  beginReminderRun,
  changeReminderSettings,
  claimDigest,
  closeDigest,
  lastDigest,
  listLetterReceivers,
  readReminderSettings,
} from './reminders.ts'
export { type ReportedCell, reportedCells } from './reporting.ts'
export {
  appendPeriodChange,
  latestDuePeriod,
  listPeriodChanges,
  listPeriods,
  readPeriod,
} from './reporting-periods.ts'
export {
  appendReport,
  appendReportSection,
  appendReportSettings,
  findFinalReport,
  findReport,
  findReportSettings,
  listReportSections,
  listReports,
  StaleTextError,
  type StoredReport,
} from './reports.ts'
export {
  addInspection,
  appendAssessment,
  followUpInspection,
  listAssessments,
  listInspections,
} from './reviews.ts'
export { loadSampleData } from './sample/load-sample-data.ts'
export { sampleMeasurements } from './sample/sample-measurements.ts'
export { seedDatabase } from './seed/seed-database.ts'
export { SeedError } from './seed/seed-error.ts'
export {
  closeOtherSessions,
  closeSession,
  findSession,
  listSessions,
  noteSessionUse,
  openSession,
  type SessionAccount,
  type SessionMoment,
} from './sessions.ts'
export {
  clearSignInFailures,
  recordSignInFailure,
  type SignInCounter,
  signInFailuresSince,
  takeBackSignInFailure,
} from './sign-in-failures.ts'
export {
  type Deed,
  lastGate,
  listSubmissionEvents,
  recordSubmission,
  type SubmissionChange,
} from './submissions.ts'
export { addTargetProposal, decideTargetProposal, listTargetProposals } from './target-proposals.ts'
export { findStoredTarget, listTargetReadings, recordTargetReading } from './target-readings.ts'
export { ownTargetSources, type TargetSource, targetsInForce, targetsInForceOfCity } from './targets.ts'
export {
  addTaskDocument,
  appendTaskReport,
  findTaskDocument,
  listTaskReports,
  listTasks,
  taskProgress,
} from './tasks.ts'
