// The pages of the app as data, and their addresses (`#/motion/m1`): the only place that knows how an address is spelt.

import {
  amendmentId,
  briefingId,
  conferenceId,
  motionId,
  type AmendmentId,
  type BriefingId,
  type ConferenceId,
  type MotionId,
} from '../../shared/ids';

/** The rooms of a conference office: the next version, its order of business, what delegates submitted, keys and addresses, the hall's screen. */
export const officeRooms = ['papers', 'order', 'inbox', 'keys', 'screen'] as const;
export type OfficeRoom = (typeof officeRooms)[number];

export type Route =
  | { readonly kind: 'front-door' }
  /** The contents of one conference: its motions and briefings. */
  | { readonly kind: 'papers'; readonly conference: ConferenceId }
  /** A motion, read with one of its amendments where one is named. */
  | { readonly kind: 'motion'; readonly motion: MotionId; readonly amendment?: AmendmentId }
  /** Drafting: a new amendment (to the motion, or to the amendment that it `amends`), or the draft named. */
  | {
      readonly kind: 'amend';
      readonly motion: MotionId;
      readonly amendment?: AmendmentId;
      readonly amends?: AmendmentId;
    }
  /** What changed between the texts that a motion has had. */
  | { readonly kind: 'versions'; readonly motion: MotionId }
  | { readonly kind: 'briefing'; readonly briefing: BriefingId }
  /** Putting right what was understood of a paper that was brought in. */
  | { readonly kind: 'correct-motion'; readonly motion: MotionId }
  | { readonly kind: 'correct-briefing'; readonly briefing: BriefingId }
  | { readonly kind: 'amendments' }
  | { readonly kind: 'notes' }
  | { readonly kind: 'import' }
  | { readonly kind: 'connect' }
  | { readonly kind: 'report' }
  /** What was submitted to the office, and what became of it. */
  | { readonly kind: 'sent' }
  /** Folders that are written to: to the office, with the delegation. */
  | { readonly kind: 'folders' }
  /** The last look at an amendment before it goes to the office. */
  | { readonly kind: 'submit'; readonly amendment: AmendmentId }
  | { readonly kind: 'settings' }
  /** The delegate's own computers. */
  | { readonly kind: 'devices' }
  /** The conference office: all of them, or a room of one. */
  | { readonly kind: 'office'; readonly office?: string; readonly room?: OfficeRoom }
  /** An address that names no page. */
  | { readonly kind: 'unknown' };

const plainPages = [
  'amendments',
  'notes',
  'import',
  'connect',
  'report',
  'sent',
  'folders',
  'settings',
  'devices',
] as const;

/** The path of a route, as wouter's hash location has it: `/motion/m1`. */
export function pathOf(route: Route): string {
  switch (route.kind) {
    case 'front-door':
    case 'unknown':
      return '/';
    case 'papers':
      return `/papers/${encodeURIComponent(route.conference)}`;
    case 'motion': {
      const amendment = route.amendment === undefined ? '' : `/with/${encodeURIComponent(route.amendment)}`;
      return `/motion/${encodeURIComponent(route.motion)}${amendment}`;
    }
    case 'versions':
      return `/motion/${encodeURIComponent(route.motion)}/versions`;
    case 'correct-motion':
      return `/motion/${encodeURIComponent(route.motion)}/correct`;
    case 'correct-briefing':
      return `/briefing/${encodeURIComponent(route.briefing)}/correct`;
    case 'amend': {
      const motion = `/motion/${encodeURIComponent(route.motion)}`;
      if (route.amendment !== undefined) return `${motion}/amend/${encodeURIComponent(route.amendment)}`;
      return route.amends === undefined
        ? `${motion}/amend`
        : `${motion}/amend-with/${encodeURIComponent(route.amends)}`;
    }
    case 'briefing':
      return `/briefing/${encodeURIComponent(route.briefing)}`;
    case 'amendments':
    case 'notes':
    case 'import':
    case 'connect':
    case 'report':
    case 'sent':
    case 'folders':
    case 'settings':
    case 'devices':
      return `/${route.kind}`;
    case 'office': {
      const office = route.office === undefined ? '' : `/${encodeURIComponent(route.office)}`;
      return `/office${office}${route.room === undefined ? '' : `/${route.room}`}`;
    }
    case 'submit':
      return `/submit/${encodeURIComponent(route.amendment)}`;
  }
}

/** The address of a route for `href`: `#/motion/m1`. */
export function hrefOf(route: Route): string {
  return `#${pathOf(route)}`;
}

/** Reads a path; what is not one of ours is `unknown`, never an exception. */
export function readRoute(path: string): Route {
  const [page = '', id, deed, draft, ...rest] = path
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
  if (rest.length > 0) return { kind: 'unknown' };
  if (id === undefined) {
    if (page === '') return { kind: 'front-door' };
    if (page === 'office') return { kind: 'office' };
    const kind = plainPages.find((plain) => plain === page);
    return kind === undefined ? { kind: 'unknown' } : { kind };
  }
  if (page === 'office' && draft === undefined) return readOffice(id, deed);
  if (page === 'motion' && deed === 'amend') {
    const motion = motionId(id);
    return draft === undefined ? { kind: 'amend', motion } : { kind: 'amend', motion, amendment: amendmentId(draft) };
  }
  if (page === 'motion' && deed === 'amend-with' && draft !== undefined) {
    return { kind: 'amend', motion: motionId(id), amends: amendmentId(draft) };
  }
  if (page === 'motion' && deed === 'with' && draft !== undefined) {
    return { kind: 'motion', motion: motionId(id), amendment: amendmentId(draft) };
  }
  if (page === 'motion' && deed === 'versions' && draft === undefined)
    return { kind: 'versions', motion: motionId(id) };
  if (deed === 'correct' && draft === undefined) return readCorrection(page, id);
  if (deed !== undefined) return { kind: 'unknown' };
  if (page === 'motion') return { kind: 'motion', motion: motionId(id) };
  if (page === 'briefing') return { kind: 'briefing', briefing: briefingId(id) };
  if (page === 'submit') return { kind: 'submit', amendment: amendmentId(id) };
  if (page === 'papers') return { kind: 'papers', conference: conferenceId(id) };
  return { kind: 'unknown' };
}

function readCorrection(page: string, id: string): Route {
  if (page === 'motion') return { kind: 'correct-motion', motion: motionId(id) };
  return page === 'briefing' ? { kind: 'correct-briefing', briefing: briefingId(id) } : { kind: 'unknown' };
}

function readOffice(office: string, deed: string | undefined): Route {
  if (deed === undefined) return { kind: 'office', office };
  const room = officeRooms.find((each) => each === deed);
  return room === undefined ? { kind: 'unknown' } : { kind: 'office', office, room };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
