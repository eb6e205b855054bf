// What a process manager wants: of its tasks those whose cause was news when it was recorded; and all of them, as a case stands now.
import type { Envelope } from '../../../store/codec.js';
import type { Journal } from '../../../store/journal.js';
import { addDays, latest, londonDate, type CivilDate } from '../../../kernel/calendar/index.js';
import { streamOf } from '../../../kernel/decider.js';
import { History } from '../../../kernel/history.js';
import { idFrom } from '../../../kernel/ids.js';
import { isNews } from './changes.js';
import type { ProcessManager, WantedTask } from './process-manager.js';

/** For how many days after it happened a fact is news, of facts recorded on that day. */
export type NewsForDays = (recordedOn: CivilDate) => number;

export const taskIdOf = ({ name }: Pick<ProcessManager, 'name'>, caseId: string, key: string): string =>
  idFrom('task', name, caseId, key);

export const stillNews = (
  wanted: readonly WantedTask[],
  seen: ReadonlyMap<string, Pick<Envelope, 'recordedAt'>>,
  newsForDays: NewsForDays,
): WantedTask[] =>
  wanted.flatMap((task) => {
    const { cause, howeverLate } = task;
    const event = seen.get(cause.eventId);
    if (event === undefined) return [];
    const recordedOn = londonDate(event.recordedAt);
    if (howeverLate === 'from-when-known') return [{ ...task, cause: { ...cause, on: latest(cause.on, recordedOn) } }];
    const isNewsStill = isNews(cause, recordedOn, (on) => addDays(on, newsForDays(recordedOn)));
    return howeverLate || isNewsStill ? [task] : [];
  });

/** By the id of the task, of one case. */
export async function wantedNow(
  journal: Journal,
  managers: readonly ProcessManager[],
  pathway: string,
  caseId: string,
  newsForDays: NewsForDays,
): Promise<ReadonlyMap<string, WantedTask>> {
  const found = new Map<string, WantedTask>();
  for (const manager of managers.filter((one) => one.pathway === pathway)) {
    const { folding } = manager;
    const seen = new Map<string, Envelope>();
    const history = new History(folding);
    for await (const page of journal.read(streamOf(folding.category, caseId), { closed: true }))
      for (const event of page) {
        seen.set(event.id, event);
        history.take(event);
      }
    for (const wanted of stillNews(manager.wanted(caseId, history.state), seen, newsForDays))
      found.set(taskIdOf(manager, caseId, wanted.key), wanted);
  }
  return found;
}
