export { changeAccount, changeRights, createAccount, listAccounts, resetSecondFactor } from './accounts.ts'
export { ApprovalRow, readApprovals, readSubmission } from './approvals.ts'
export { AuditFilter, AuditItem, auditPageSize, readAudit } from './audit.ts'
export { readBoundaries, replaceBoundaries } from './boundaries.ts'
export {
  BrowserError,
  isBrowserPlace,
  mostBrowserErrors,
  mostPlaces,
  recordBrowserError,
} from './browser-errors.ts'
export { readBudget, recordBudgetLine } from './budget.ts'
export {
  type ComparisonCell,
  ComparisonFileQuery,
  type ComparisonItem,
  type ComparisonQuery,
  comparisonCell,
  readComparison,
} from './comparison.ts'
export {
  changeSubmission,
  EntryRow,
  MeasurementInput,
  needsReason,
  readEntries,
  recordMeasurement,
} from './entries.ts'
export {
  addEvidence,
  eraseEvidence,
  listEvidence,
  listIndicatorEvidence,
  listWithdrawnEvidence,
  withdrawEvidence,
} from './evidence.ts'
export {
  askExplanation,
  changeExplanation,
  ExplanationItem,
  listCityExplanations,
  listExplanations,
} from './explanations.ts'
export { Id, longest } from './fields.ts'
export { readHealth } from './health.ts'
export { confirmCityImport, confirmImport, previewCityImport, previewImport } from './imports.ts'
export { listIndicators } from './indicators.ts'
export {
  addInspection,
  followUpInspection,
  listAssessments,
  listInspections,
  recordAssessment,
} from './inspections.ts'
export {
  listedKinds,
  listMoves,
  type Move,
  MovementFileQuery,
  MovementItem,
  type MovementQuery,
  readMovement,
  sortedMoves,
} from './movement.ts'
export { type OpenDataTable, openDataAnswer, openDataRows, openDataUrl } from './open-data.ts'
export { sampleNotice } from './parts.ts'
export { PeerFileQuery, PeerItem, type PeerQuery, readPeers, worstFirst } from './peers.ts'
export { changeReportingPeriod, listReportingPeriods, PeriodItem } from './periods.ts'
export {
  changePlan,
  MadePlanChange,
  PlanFileRow,
  PlanItem,
  previewPlanFile,
  readPlan,
  settleTarget,
  type TargetReading,
} from './plans.ts'
export { ProgressItem, type ProgressQuery, readIndicator, readProgress } from './progress.ts'
export { changeReminderSettings, readReminders } from './reminders.ts'
export {
  dropReportTemplate,
  giveReportTemplate,
  MadeReport,
  makeReport,
  readReport,
  readReportDesk,
  readReportTemplate,
  type WrittenSection,
  writeReportSection,
  writeReportSettings,
} from './reports.ts'
export { FigureRevision, readRevisions } from './revisions.ts'
export {
  beginSecondFactor,
  confirmSecondFactor,
  readSecondFactor,
  removeSecondFactor,
} from './second-factor.ts'
export {
  changePassword,
  endOtherSessions,
  endProviderSignIn,
  listSessions,
  listSignInProviders,
  nameMyself,
  readSession,
  SignInProblem,
  signIn,
  signOut,
  startProviderSignIn,
} from './session.ts'
export { readSubmissionStatus, SubmissionStatusFileQuery, SubmissionStatusItem } from './submission-status.ts'
export { backupUrl, beginBackup, readSystem } from './system.ts'
export {
  addTaskDocument,
  listTasks,
  listTaskUpdates,
  TaskItem,
  TaskUpdateInput,
  updateTask,
} from './tasks.ts'
export { listUnits } from './units.ts'
export { verifyChains, verifyReport } from './verification.ts'
export { decideProposal, proposeTarget, readYearEnd, TargetProposal } from './year-ends.ts'
