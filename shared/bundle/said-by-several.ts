// One submission that several keys have said in the very same words: a delegate who took another key says it again, and
// whoever may read the folder can copy it. Whose it counts as, and whether it stands, follows from whom the office
// vouches for: nobody takes back, or takes over, what another person said.

import type { RosterEntry } from './office-records';

/** A key under which a submission was said, the operation that said it, and whether it took it back. */
export type Sayer = { readonly device: string; readonly op: string; readonly isTakenBack: boolean };

/** As much of an entry of the inbox as tells whose it is and what became of it. */
export type SaidEntry = {
  readonly device: string;
  readonly op: string;
  readonly standing: 'waiting' | 'accepted' | 'refused' | 'withdrawn';
  readonly record?: string;
  readonly reason?: string;
  readonly copies?: Sayer[];
  readonly isTakenBack?: boolean;
};

/** All keys that have said it, the one that it counts as from first. */
export function sayersOf({ device, op, standing, copies, isTakenBack }: SaidEntry): readonly Sayer[] {
  const isGone = isTakenBack ?? (copies === undefined && standing === 'withdrawn');
  return [{ device, op, isTakenBack: isGone }, ...(copies ?? [])];
}

/** `entry`, said by another key as well; the same one when that key has said it before. */
export function alsoSaidBy<Entry extends SaidEntry>(entry: Entry, device: string, op: string): Entry {
  const sayers = sayersOf(entry);
  return sayers.some((sayer) => sayer.device === device)
    ? entry
    : withSayers(entry, [...sayers, { device, op, isTakenBack: false }]);
}

/** `entry`, taken back by one of its keys; what that means, `settled` says. */
export function takenBackBy<Entry extends SaidEntry>(entry: Entry, device: string): Entry {
  const sayers = sayersOf(entry);
  const isNews = sayers.some((sayer) => sayer.device === device && !sayer.isTakenBack);
  if (!isNews) return entry;
  return withSayers(
    entry,
    sayers.map((sayer) => ({
      device: sayer.device,
      op: sayer.op,
      isTakenBack: sayer.isTakenBack || sayer.device === device,
    })),
  );
}

/**
 * The submission as it stands with this roster. Where the office vouches for any of its keys, these alone count; a
 * person's keys (FORMAT.md: one name and delegation) take back for each other. It is withdrawn when all persons who said
 * it have taken it back. The same entry when nothing changes.
 */
export function settled<Entry extends SaidEntry>(entry: Entry, roster: readonly RosterEntry[]): Entry {
  const sayers = sayersOf(entry);
  const persons = new Map(
    roster.flatMap(({ device, name, delegation, isWithdrawn }) =>
      isWithdrawn ? [] : [[device, JSON.stringify([name, delegation ?? ''])] as const],
    ),
  );
  const personOf = ({ device }: Sayer): string => persons.get(device) ?? device;
  const vouched = sayers.filter(({ device }) => persons.has(device));
  const counted = vouched.length > 0 ? vouched : sayers;
  const gone = new Set(counted.filter(({ isTakenBack }) => isTakenBack).map(personOf));
  const left = counted.filter((sayer) => !gone.has(personOf(sayer)));
  const among = left.length > 0 ? left : counted;
  const speaker = among.find(({ device }) => device === entry.device) ?? among[0];
  const standing = left.length === 0 ? 'withdrawn' : standingOf(entry);
  if (speaker === undefined || (speaker.device === entry.device && standing === entry.standing)) return entry;
  const others = sayers.filter((sayer) => sayer !== speaker);
  return { ...withSayers(entry, [speaker, ...others]), standing };
}

/** Of what was taken back and stands all the same: what the office had decided. */
function standingOf({ standing, record, reason }: SaidEntry): SaidEntry['standing'] {
  if (standing !== 'withdrawn') return standing;
  if (record !== undefined) return 'accepted';
  return reason === undefined ? 'waiting' : 'refused';
}

function withSayers<Entry extends SaidEntry>(entry: Entry, [first, ...copies]: readonly Sayer[]): Entry {
  return first === undefined ? entry : { ...entry, ...first, copies };
}
