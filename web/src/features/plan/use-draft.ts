import { useLocalStorage } from '@mantine/hooks'
import { keptPlansPrefix } from '../session/kept-work.ts'
import { emptyDraft, type PlanDraft, pendingChanges } from './draft.ts'

export type DraftOfPlan = {
  draft: PlanDraft
  change: (draft: PlanDraft) => void
  clear: () => void
  /** Somebody else has changed the plan since the first of these changes was made. */
  isStale: boolean
  /** Goes on with the changes as they are, on the plan as it is now. */
  acceptPlan: () => void
}

/** The changes of one person that are not saved, kept in the browser from one visit to the next. */
export function useDraft(username: string, unitCode: string, lastChange: number): DraftOfPlan {
  const [kept, setKept, removeKept] = useLocalStorage<PlanDraft | null>({
    key: `${keptPlansPrefix(username)}${unitCode}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  // One that an earlier version of the page has kept lacks what is new.
  const draft = { ...emptyDraft, basedOn: lastChange, ...kept }
  return {
    draft,
    change: (next) => (pendingChanges(next).length > 0 ? setKept(next) : removeKept()),
    clear: removeKept,
    isStale: draft.basedOn !== lastChange,
    acceptPlan: () => setKept({ ...draft, basedOn: lastChange }),
  }
}
