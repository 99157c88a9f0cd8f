// When to try again what a server did not take: by what it answered, and never all delegates at the same moment.

const first = 2000;
const longest = 5 * 60 * 1000;

/** As much of a failure as decides: its kind, the status, and how long the server itself asked us to wait. */
export type Trouble = { readonly kind: string; readonly status?: number; readonly retryAfter?: number };

const passing = new Set(['offline', 'timed-out', 'cut-short', 'busy', 'locked', 'not-as-written']);

/**
 * Milliseconds to wait before attempt number `attempt` + 1; undefined when trying again is of no use until somebody has
 * done something (a password, room on the server). Exponential with full jitter (“Exponential Backoff and Jitter”, AWS
 * Architecture Blog, 2015), from 2 s to 5 min; what the server asks for with `Retry-After` (milliseconds here) comes first.
 */
export function retryDelay(trouble: Trouble, attempt: number, random: () => number): number | undefined {
  const isServers = trouble.kind === 'server-trouble' && (trouble.status ?? 0) >= 500;
  if (!passing.has(trouble.kind) && !isServers) return undefined;
  if (trouble.retryAfter !== undefined) return Math.min(trouble.retryAfter, longest);
  return Math.round(random() * Math.min(longest, first * 2 ** (attempt - 1)));
}
