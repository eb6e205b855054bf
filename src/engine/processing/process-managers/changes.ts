// What has to change on the desks when a case went from one state to the next. Pure: the same event always gives the same changes.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { Cause, WantedTask } from './process-manager.js';

export type Change =
  | { readonly type: 'Open'; readonly wanted: WantedTask }
  | { readonly type: 'Move'; readonly wanted: WantedTask }
  | { readonly type: 'Settle'; readonly wanted: WantedTask; readonly by: Cause }
  | { readonly type: 'Unsettle'; readonly wanted: WantedTask }
  | { readonly type: 'Withdraw'; readonly wanted: WantedTask };

export function changes(before: readonly WantedTask[], after: readonly WantedTask[]): Change[] {
  const was = new Map(before.map((task) => [task.key, task]));
  const is = new Map(after.map((task) => [task.key, task]));
  return [
    ...before.flatMap((task): Change[] => (is.has(task.key) ? [] : [{ type: 'Withdraw', wanted: task }])),
    ...after.flatMap((task) => ofTask(was.get(task.key), task)),
  ];
}

function ofTask(was: WantedTask | undefined, wanted: WantedTask): Change[] {
  const by = wanted.settledBy;
  // What was settled before anybody looked needs nobody.
  if (!was) return by ? [] : [{ type: 'Open', wanted }];
  if (by) return was.settledBy ? [] : [{ type: 'Settle', wanted, by }];
  // Settled before anybody looked it was never opened: then there is nothing to unsettle, and it is opened now.
  if (was.settledBy)
    return [
      { type: 'Unsettle', wanted },
      { type: 'Open', wanted },
    ];
  return sameDay(was, wanted) ? [] : [{ type: 'Move', wanted }];
}

const sameDay = (a: WantedTask, b: WantedTask): boolean =>
  a.cause.on === b.cause.on && a.cause.eventId === b.cause.eventId && a.days === b.days;

/**
 * A fact that was recorded long after it happened is history, not news: a load of last year's cases is no reason to run after
 * anybody. Both dates are the event's own, so that every instance decides alike, however late it comes to it.
 */
export const isNews = ({ on }: Cause, recordedOn: CivilDate, newsUntil: (on: CivilDate) => CivilDate): boolean =>
  recordedOn <= newsUntil(on);
