import { type Account, countStates, isAnswerDue, todayInVietnam } from '@moc57/shared'
import type { ExplanationItem } from '@moc57/shared/api'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { OwingUnits, submissionStatusSentence } from '../city/submission-status/own-submissions.tsx'
import { submissionStatusQuery } from '../city/submission-status/queries.ts'
import { owing } from '../city/submission-status/reminder.ts'
import { AskedByMe, AskedOfMe } from '../explanations/own-explanations.tsx'
import { cityExplanationsQuery, explanationsQuery } from '../explanations/queries.ts'
import { currentQuarter, useAsOf } from '../lib/as-of.ts'
import { countStoredWork } from '../lib/stored-work.ts'
import { useDocumentTitle } from '../lib/use-document-title.ts'
import { OwnDebts, OwnStates } from '../measurements/approval/own-quarter.tsx'
import {
  nextOfQuarter,
  ownQuarterSentence,
  ownQuarterWords,
  ownRows,
} from '../measurements/approval/own-quarter-wording.ts'
import { approvalsQuery } from '../measurements/approval/queries.ts'
import { LetterForm } from '../people/reminders/letter-form.tsx'
import { remindersQuery } from '../people/reminders/queries.ts'
import { ReminderList } from '../people/reminders/reminder-list.tsx'
import { RequireAccount } from '../people/session/require-account.tsx'
import { Callout } from '../ui/callout.tsx'
import panels from '../ui/panels.module.css'
import { QueryView } from '../ui/query-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './work-page.module.css'
import { workWords as words } from './work-wording.ts'

/** Where an account begins: what is due, who owes, what others ask, and the next step. */
export function WorkPage() {
  useDocumentTitle(words.title)
  return (
    <RequireAccount rights={['readReminders']}>
      {(account) =>
        account.unitCode === null ? (
          <WorkOfCity account={account} />
        ) : (
          <WorkOfUnit account={account} unitCode={account.unitCode} />
        )
      }
    </RequireAccount>
  )
}

type Step = { label: string; to: string }

function WorkOfUnit({ account, unitCode }: { account: Account; unitCode: string }) {
  const { role } = account
  const period = useAsOf() ?? currentQuarter()
  const today = todayInVietnam(new Date())
  const quarter = useQuery(approvalsQuery({ unitCode, period }))
  const explanations = useQuery(explanationsQuery(unitCode))
  const asked = explanations.data?.items ?? []
  return (
    <QueryView query={quarter} skeleton={<Skeleton height={420} />}>
      {(approvals) => {
        const { items, submission } = approvals
        const mine = ownRows(items, account)
        const ofQuarter = nextOfQuarter(countStates(mine), { isOpen: submission.isOpen, role })
        const ofQuestions = nextOfExplanations(asked, `/don-vi/${unitCode}/giai-trinh`)
        const quarterStep = ofQuarter && { label: ofQuarter.label, to: `/don-vi/${unitCode}/${ofQuarter.to}` }
        const isLate = asked.some(({ mayAnswer, isOverdue }) => mayAnswer && isOverdue)
        return (
          <Frame
            account={account}
            sentence={ownQuarterSentence(submission, mine, { role, today })}
            step={isLate ? ofQuestions : (quarterStep ?? ofQuestions)}
            toldOf={period}
            main={
              <>
                <OwnStates account={account} approvals={approvals} />
                <OwnDebts account={account} approvals={approvals} />
              </>
            }
            side={
              role === 'leader' ? (
                <AskedByMe items={asked} unitCode={unitCode} today={today} />
              ) : (
                <AskedOfMe items={asked} unitCode={unitCode} today={today} />
              )
            }
          />
        )
      }}
    </QueryView>
  )
}

function WorkOfCity({ account }: { account: Account }) {
  const period = useAsOf() ?? currentQuarter()
  const today = todayInVietnam(new Date())
  const query = useQuery(submissionStatusQuery(period))
  const explanations = useQuery(cityExplanationsQuery)
  const asked = explanations.data?.items ?? []
  return (
    <QueryView query={query} skeleton={<Skeleton height={420} />}>
      {(reporting) => {
        const owed = owing(reporting.items).length
        return (
          <Frame
            account={account}
            sentence={submissionStatusSentence(reporting)}
            step={
              nextOfExplanations(asked, '/giai-trinh') ??
              (owed > 0 ? { label: words.remind(owed), to: '/thanh-pho/nop-so-lieu' } : null)
            }
            toldOf={period}
            main={<OwingUnits reporting={reporting} />}
            side={<AskedByMe items={asked} unitCode={null} today={today} />}
          />
        )
      }}
    </QueryView>
  )
}

/** What questions and answers ask of the account next. */
function nextOfExplanations(items: readonly ExplanationItem[], to: string): Step | null {
  const owed = items.filter(({ mayAnswer, state }) => mayAnswer && isAnswerDue(state))
  const overdue = owed.filter(({ isOverdue }) => isOverdue).length
  const answered = items.filter(({ mayDecide, state }) => mayDecide && state === 'answered').length
  if (owed.length > 0) return { label: words.answer(owed.length, overdue), to }
  return answered > 0 ? { label: words.review(answered), to } : null
}

type FrameProps = {
  account: Account
  sentence: string
  step: Step | null
  /** The quarter that the page itself tells of. */
  toldOf: string
  main: ReactNode
  side: ReactNode
}

function Frame({ account: { unitCode }, sentence, step, toldOf, main, side }: FrameProps) {
  const ky = useAsOf()
  const reminders = useQuery(remindersQuery)
  const others = reminders.data?.items.filter(
    ({ kind, period }) => period !== toldOf && kind !== 'explanationOwed' && kind !== 'explanationWaiting',
  )
  const { figures } = countStoredWork()
  return (
    <div className={styles.page}>
      <header className={styles.opening}>
        <h1>{words.title}</h1>
        <p className={styles.sentence}>{sentence}</p>
        {figures > 0 && (
          <Callout tone="warn">
            <p>{ownQuarterWords.notSent(figures)}</p>
          </Callout>
        )}
        {step ? (
          <Link to={step.to} search={{ ky } as never} className={`button primary screen-only ${styles.next}`}>
            {step.label}
          </Link>
        ) : (
          <p>{words.nothing}</p>
        )}
      </header>
      <div className={styles.column}>{main}</div>
      <div className={styles.column}>
        {side}
        {others && others.length > 0 && (
          <section className={panels.panel}>
            <h2>{words.other}</h2>
            <ReminderList items={others} withUnit={unitCode === null} />
          </section>
        )}
      </div>
      {reminders.data && (
        <details className={`screen-only ${styles.letter}`}>
          <summary>{words.letter}</summary>
          <LetterForm reminders={reminders.data} />
        </details>
      )}
    </div>
  )
}
