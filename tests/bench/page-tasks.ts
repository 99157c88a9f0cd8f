// The tasks of a page's main thread, as Chromium itself records them: by the clock, and in CPU of that thread alone, which
// others on this computer do not lengthen.

import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';
import { tell } from './spread';

/** Milliseconds. */
type Task = { readonly clock: number; readonly cpu: number };

/** Does `work`, and tells how long its longest tasks kept the page from answering. */
export async function toldTasks(page: Page, what: string, work: () => Promise<void>): Promise<void> {
  const begun = performance.now();
  const tasks = await mainThreadTasks(page, work);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const [byClock, byCpu] = [
    tasks.toSorted((before, after) => after.clock - before.clock),
    tasks.toSorted((before, after) => after.cpu - before.cpu),
  ];
  const megabytes = (await usedByPage(page)).toFixed(0);
  const listed = (three: readonly number[]): string => three.map((time) => time.toFixed(0)).join(', ');
  tell(
    `${what} (${seconds} s): longest tasks of the page ${listed(byCpu.slice(0, 3).map(({ cpu }) => cpu))} ms of CPU, ` +
      `${listed(byClock.slice(0, 3).map(({ clock }) => clock))} ms by the clock; ${megabytes} MB in use by the page's scripts`,
  );
  expect(tasks.length).toBeGreaterThan(0);
}

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly tdur?: number;
};

/** Every task of the page's main thread while `work` is done, as Chromium traces them. */
async function mainThreadTasks(page: Page, work: () => Promise<void>): Promise<readonly Task[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) if (isTraceEvent(event)) events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
  });
  await page.evaluate(() => performance.mark('this-page'));
  await work();
  await ended(session);
  const here = events.find(({ name }) => name === 'this-page');
  return (
    events
      .filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === here?.pid && tid === here.tid)
      // A task takes no more of the thread than passes by the clock, whatever a coarse clock of CPU adds up.
      .map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, cpu: Math.min(tdur, dur) / 1000 }))
  );
}

/** Megabytes of what is still reachable on the page; not what its workers hold. */
async function usedByPage(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1e6;
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
}

function isTraceEvent(value: object): value is TraceEvent {
  return 'name' in value && 'pid' in value && 'tid' in value && typeof value.name === 'string';
}
