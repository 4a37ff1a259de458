export { type FoundUnit, findUnit, listUnits } from './administrative-units.ts'
export { appendBudgetLine, listBudgetLines } from './budget/budget.ts'
export { addBoundaries, latestBoundaries, type StoredBoundaries } from './city/boundaries.ts'
export { type CitySeries, citySeries } from './city/city-series.ts'
export { approvedFigures, approvedQuarters, publishedTargets } from './city/open-data.ts'
export { type SubmittedFigure, submittedFigures } from './city/submission-status.ts'
export { type AcceptedExplanation, acceptedExplanations } from './explanations/accepted-explanations.ts'
export {
  askExplanation,
  findExplanation,
  listExplanations,
  recordExplanationEvent,
} from './explanations/explanations.ts'
export { listIndicators, listIndicatorsOfUnit } from './indicators/indicators.ts'
export {
  addInspection,
  appendAssessment,
  followUpInspection,
  listAssessments,
  listInspections,
} from './inspections/inspections.ts'
export {
  appendChainLink,
  type ChainContent,
  type ChainLink,
  listChainLinks,
  openApprovalChains,
} from './measurements/approval-chain.ts'
export { findCell, latestRevision, type StoredCell } from './measurements/cells.ts'
export {
  addEvidence,
  countEvidence,
  countStoredFiles,
  type EvidenceReader,
  findEvidence,
  listEvidence,
  listEvidenceOfIndicator,
  type NewEvidence,
} from './measurements/evidence.ts'
export { countedAt, isCounted, type LoggedState, listLoggedStates } from './measurements/logged-states.ts'
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
  type StoredRevision,
} from './measurements/measurements.ts'
export {
  againstTargetsOf,
  type PlannedIndicator,
  type PlanView,
  readPlanView,
} from './measurements/plan-view.ts'
export {
  appendPeriodChange,
  latestDueQuarter,
  listPeriodChanges,
  listPeriods,
  readReportingWindow,
} from './measurements/reporting-periods.ts'
export {
  lastGate,
  listSubmissionEvents,
  recordSubmission,
  type SubmissionChange,
} from './measurements/submissions.ts'
export { type CheckedChain, readLink, unitsWithChains, verifyChain } from './measurements/verify-chain.ts'
export { listWithdrawnEvidence, recordErasure, withdrawEvidence } from './measurements/withdrawn-evidence.ts'
export { claimDatabase } from './open/claim-database.ts'
export { dataFileOf, type FileTrouble } from './open/data-file.ts'
export { DatabaseError, type DatabaseErrorCode } from './open/database-error.ts'
export { type EvidenceStore, evidenceFolder, openEvidenceStore } from './open/evidence-store.ts'
export { type Database, type DataSet, isToBeMigrated, openDatabase } from './open/open.ts'
export { type StorageFault, storageFaultOf } from './open/storage-fault.ts'
export { waitForWriter } from './open/writer.ts'
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
} from './people/accounts.ts'
export { type AuditSearch, countAudit, listAudit } from './people/audit.ts'
export { browserSecret } from './people/browser-secret.ts'
export { isKnownDevice, rememberDevice } from './people/known-devices.ts'
export { listPeople } from './people/people.ts'
export {
  changeReminderSettings,
  claimDigest,
  closeDigest,
  endReminderRun,
  isReminderRunDone,
  lastDigest,
  listLetterReceivers,
  readReminderSettings,
} from './people/reminders.ts'
export {
  beginSecondFactor,
  confirmSecondFactor,
  countRecoveryCodes,
  findSecondFactor,
  removeSecondFactor,
  type SecondProof,
  useSecondProof,
} from './people/second-factor.ts'
export {
  closeOtherSessions,
  closeSession,
  findSession,
  listSessions,
  noteSessionUse,
  openSession,
  type SessionAccount,
  type SessionMoment,
} from './people/sessions.ts'
export {
  clearSignInFailures,
  recordSignInFailure,
  type SignInCounter,
  signInFailuresSince,
  takeBackSignInFailure,
} from './people/sign-in-failures.ts'
export { assignmentsInForce, listLeadBodies } from './plans/assignments.ts'
export { listLeaders } from './plans/leaders.ts'
export { listPlanChanges } from './plans/plan-change-log.ts'
export {
  appendPlanChange,
  lastPlanChange,
  listDocuments,
  listIndicatorGroups,
} from './plans/plan-changes.ts'
export { type PlanOfUnit, planOfUnit, referenceUnitCode } from './plans/plans.ts'
export { addTargetProposal, decideTargetProposal, listTargetProposals } from './plans/target-proposals.ts'
export { findStoredTarget, listTargetReadings, recordTargetReading } from './plans/target-readings.ts'
export { ownTargetSources, type TargetSource, targetsInForce, targetsInForceOfCity } from './plans/targets.ts'
export {
  appendReport,
  appendReportSection,
  appendReportSettings,
  appendReportTemplate,
  findFinalReport,
  findReport,
  findReportByCode,
  findReportSettings,
  findReportTemplate,
  listAddressees,
  listReportSections,
  listReports,
  listWrittenPeriods,
  readTemplateDocument,
  type StoredReport,
  type StoredTemplate,
} from './reports/reports.ts'
export { loadSampleData } from './sample/load-sample-data.ts'
export { sampleMeasurements } from './sample/sample-measurements.ts'
export { seedDatabase } from './seed/seed-database.ts'
export { SeedError } from './seed/seed-error.ts'
export { dataVersion } from './sql/data-version.ts'
export type { Deed } from './sql/deed.ts'
export { type GroupCommit, groupCommit } from './sql/group-commit.ts'
export { commitsOf, inOneCommit } from './sql/one-commit.ts'
export { type Revised, StaleError } from './sql/stale-error.ts'
export { type BackupContent, backUp, removeUnfinished, restore } from './system/backup.ts'
export { type BackupEvent, firstUsedAt, lastBackupEvent, recordBackupEvent } from './system/backup-events.ts'
export { EvidenceError } from './system/backup-evidence.ts'
export { type Examination, examineDatabase } from './system/examine.ts'
export { removeLeftovers } from './system/leftovers.ts'
export {
  addTaskDocument,
  appendTaskUpdate,
  findTaskDocument,
  listTasks,
  listTaskUpdates,
  taskProgress,
} from './tasks/tasks.ts'
