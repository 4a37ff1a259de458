import { useEffect, useState } from 'react'
import { storedPlans } from '../lib/stored-work.ts'
import { readStored, removeStored, store, watchStored } from '../lib/vault.ts'
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
export function useDraft(unitCode: string, lastChange: number): DraftOfPlan {
  const name = storedPlans + unitCode
  const [kept, setKept] = useState(() => read(readStored(name)))
  useEffect(() => watchStored(name, (_, text) => setKept(read(text))), [name])
  const keep = (next: PlanDraft) => {
    store(name, JSON.stringify(next))
    setKept(next)
  }
  const clear = () => {
    removeStored(name)
    setKept(null)
  }
  // One that an earlier version of the page has kept lacks what is new.
  const draft = { ...emptyDraft, basedOn: lastChange, ...kept }
  return {
    draft,
    change: (next) => (pendingChanges(next).length > 0 ? keep(next) : clear()),
    clear,
    isStale: draft.basedOn !== lastChange,
    acceptPlan: () => keep({ ...draft, basedOn: lastChange }),
  }
}

function read(text: string | null): PlanDraft | null {
  return text === null ? null : (JSON.parse(text) as PlanDraft)
}
