import {
  type Account,
  isHeldUp,
  may,
  type Reminder,
  type ReminderKind,
  type Right,
  type Role,
} from '@moc57/shared'
import type { Place, Places } from '../ui/places-bar.tsx'
import { placeWords as words } from './places-wording.ts'

type Seen = {
  account: Account | null
  /** The unit of the page, and its name as a heading. */
  shown: { unitCode: string | undefined; name: string }
  /** Where the public begins. */
  defaultUnit: string
  year: string
  /** The leader's own page, once it is known. */
  leaderId: string | undefined
  reminders: readonly Reminder[]
}

type Key = keyof typeof words
type Listed = { bar: Key[]; side: Key[][] }

/** What each role comes for, in its order; `bar` are the four of a phone. */
const listed: Record<Role | 'public', Listed> = {
  officer: {
    bar: ['work', 'indicators', 'entry', 'explanations'],
    side: [['work', 'indicators', 'entry', 'explanations', 'tasks', 'report', 'plan', 'budget']],
  },
  bodyOfficer: {
    bar: ['work', 'indicators', 'entry', 'explanations'],
    side: [['work', 'indicators', 'entry', 'explanations', 'tasks', 'budget']],
  },
  leader: {
    bar: ['work', 'ownIndicators', 'approval', 'explanations'],
    side: [['work', 'ownIndicators', 'approval', 'explanations', 'report', 'allIndicators']],
  },
  city: {
    bar: ['work', 'submissionStatus', 'compare', 'explanations'],
    side: [['work', 'submissionStatus', 'compare', 'movement', 'map', 'explanations']],
  },
  administrator: {
    bar: ['system', 'accounts', 'periods', 'audit'],
    side: [['system', 'accounts', 'periods', 'audit', 'boundaries']],
  },
  public: {
    bar: ['indicators', 'city', 'map', 'openData'],
    side: [
      ['indicators', 'tasks', 'plan', 'yearEnd', 'peers', 'publicPage'],
      ['city', 'movement', 'map', 'openData'],
    ],
  },
}

/** What is offered of a unit that is not one's own. */
const ofOtherUnit: Key[] = [
  'indicators',
  'entry',
  'approval',
  'explanations',
  'tasks',
  'report',
  'plan',
  'budget',
  'inspections',
  'yearEnd',
  'peers',
  'publicPage',
]

/** The places of whoever is here, as far as they may go there. */
export function placesOf(seen: Seen): Places {
  const account = seen.account && !isHeldUp(seen.account) ? seen.account : null
  const { shown, defaultUnit } = seen
  const own = account ? account.unitCode : (shown.unitCode ?? defaultUnit)
  const { bar, side } = listed[account?.role ?? 'public']
  const at = { ...seen, account }
  const ofMine = { ...generalPlaces(at), ...(own === null ? {} : unitPlaces(at, own)) }
  const pick = (from: Partial<Record<Key, Place>>, keys: readonly Key[]) =>
    keys.map((key) => from[key]).filter((place) => place !== undefined)
  const groups = side.map((keys) => ({ places: pick(ofMine, keys) }))
  const isOther = account && shown.unitCode && shown.unitCode !== own
  const other = isOther
    ? [{ heading: shown.name, places: pick(unitPlaces(at, shown.unitCode ?? ''), ofOtherUnit) }]
    : []
  const taken = new Set(groups.flatMap(({ places }) => places.map(({ path }) => path)))
  return {
    first: pick(ofMine, bar),
    groups: [...groups, ...other],
    more: Object.values(ofMine).filter(({ path }) => !taken.has(path)),
  }
}

type Here = Omit<Seen, 'shown' | 'defaultUnit'>
type Offered = Partial<Record<Key, Place>>

/** The pages of one unit. */
function unitPlaces({ account, year, leaderId, reminders }: Here, unitCode: string): Offered {
  const at = `/don-vi/${unitCode}`
  const can = (right: Right) => may(account, right, { unitCode })
  const isOwn = account?.unitCode === unitCode
  const waiting = (...kinds: ReminderKind[]) => (isOwn ? countOf(reminders, kinds) : 0)
  const isLeader = isOwn && account.role === 'leader' && leaderId !== undefined
  const offered: Offered = {}
  if (isLeader) {
    offered.ownIndicators = { path: `${at}/lanh-dao/${leaderId}`, label: words.ownIndicators, icon: 'star' }
    offered.allIndicators = { path: at, label: words.allIndicators, icon: 'bars' }
  } else offered.indicators = { path: at, label: words.indicators, icon: 'bars' }
  if (can('readDrafts')) {
    offered.entry = {
      path: `${at}/nhap-so-lieu`,
      label: can('enter') ? words.entry : words.entrySeen,
      icon: 'pencil',
      alsoAt: [`${at}/nhap-tu-excel`],
      count: waiting('returned', 'owed', 'notSubmitted'),
    }
  }
  if (can('readSubmission')) {
    offered.approval = {
      path: `${at}/duyet`,
      label: can('decide') ? words.approval : can('reopen') ? words.gate : words.approvalSeen,
      icon: 'check',
      count: waiting('waiting'),
    }
  }
  offered.tasks = { path: `${at}/nhiem-vu`, label: words.tasks, icon: 'list' }
  if (can('makeReports')) offered.report = { path: `${at}/bao-cao`, label: words.report, icon: 'paper' }
  offered.plan = { path: `${at}/ke-hoach`, label: words.plan, icon: 'flag' }
  if (can('readWork')) {
    offered.explanations = {
      path: `${at}/giai-trinh`,
      label: words.explanations,
      icon: 'speech',
      count: waiting('explanationOwed', 'explanationWaiting'),
    }
    offered.budget = { path: `${at}/ngan-sach`, label: words.budget, icon: 'money' }
    offered.inspections = { path: `${at}/kiem-tra`, label: words.inspections, icon: 'lens' }
  }
  offered.yearEnd = {
    path: `${at}/danh-gia/${year}`,
    label: words.yearEnd,
    icon: 'calendar',
    alsoAt: [`${at}/danh-gia`],
  }
  offered.peers = { path: `/thanh-pho/don-vi/${unitCode}`, label: words.peers, icon: 'compare' }
  offered.publicPage = { path: `/cong-khai/${unitCode}`, label: words.publicPage, icon: 'globe' }
  return offered
}

/** What belongs to no unit. */
function generalPlaces({ account, reminders }: Here): Offered {
  const can = (right: Right) => may(account, right)
  const isCity = account?.role === 'city'
  const offered: Offered = {}
  if (can('readReminders')) {
    offered.work = {
      path: '/viec-cua-toi',
      label: words.work,
      icon: 'work',
      count: reminders.length,
    }
  }
  if (can('manageSystem')) {
    offered.system = { path: '/quan-tri/he-thong', label: words.system, icon: 'pulse' }
    offered.accounts = { path: '/quan-tri/tai-khoan', label: words.accounts, icon: 'person' }
    offered.boundaries = { path: '/quan-tri/ban-do', label: words.boundaries, icon: 'pin' }
  }
  if (can('changePeriods'))
    offered.periods = { path: '/quan-tri/ky-bao-cao', label: words.periods, icon: 'calendar' }
  if (can('readAudit')) offered.audit = { path: '/quan-tri/nhat-ky', label: words.audit, icon: 'clock' }
  if (account && account.unitCode === null && can('readSubmission')) {
    offered.submissionStatus = {
      path: '/thanh-pho/nop-so-lieu',
      label: words.submissionStatus,
      icon: 'check',
    }
  }
  if (can('readWorkOfCity')) {
    const count = countOf(reminders, ['explanationOwed', 'explanationWaiting'])
    offered.explanations = { path: '/giai-trinh', label: words.explanations, icon: 'speech', count }
  }
  if (can('importCity')) {
    offered.cityImport = { path: '/thanh-pho/nhap-tu-excel', label: words.cityImport, icon: 'pencil' }
  }
  offered[isCity ? 'compare' : 'city'] = {
    path: '/thanh-pho',
    label: isCity ? words.compare : words.city,
    icon: 'grid',
  }
  offered.movement = { path: '/thanh-pho/bien-dong', label: words.movement, icon: 'rise' }
  offered.map = { path: '/thanh-pho/ban-do', label: words.map, icon: 'pin' }
  offered.openData = { path: '/du-lieu-mo', label: words.openData, icon: 'download' }
  return offered
}

/** How many indicators wait; a quarter as a whole counts once. */
function countOf(reminders: readonly Reminder[], kinds: readonly ReminderKind[]): number {
  return reminders
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((sum, { numbers }) => sum + Math.max(1, numbers.length), 0)
}
