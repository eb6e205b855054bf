// What the worklist and the replay from the events each say of one case on one day: they must say the same.
import type { TestOnward } from './onward.js';

export interface Line {
  readonly key: string;
  readonly kind: string;
  readonly dueOn: string;
  readonly metOn: string | null;
  readonly status: string;
}

export interface Replayed {
  readonly state: Readonly<Record<string, unknown>>;
  readonly events: number;
  readonly deadlines: readonly Line[];
  readonly person: { readonly diedOn: string | null; readonly movedOn: string | null };
}

const tasks = new Set(['deadline', 'target', 'window']);
/** Without the subject: a review that no step had opened by then is called `next` in the replay. */
const words = ({ key, dueOn, status }: Line) => `${key} by ${dueOn}: ${status}`;

export const openTasks = ({ deadlines }: Pick<Replayed, 'deadlines'>): string[] =>
  deadlines
    .filter(({ kind, metOn, status }) => tasks.has(kind) && metOn === null && status !== 'missed')
    .map(words)
    .sort();

export async function replayOf(onward: TestOnward, stream: string, view: string): Promise<Replayed> {
  const { body } = await onward.get<Replayed>(`/api/v1/cases/${stream}/state?${view}`, { as: 'farid.auditor' });
  return body;
}

/** Both for one day, as known now. */
export async function bothOn(onward: TestOnward, stream: string, day: string) {
  const caseId = stream.slice(stream.indexOf('-') + 1);
  const { body } = await onward.get<{ items: Line[] }>(`/api/v1/worklist?caseId=${caseId}&asOf=${day}&limit=100`, {
    as: 'ella.manager',
  });
  const replayed = await replayOf(onward, stream, `asOf=${day}`);
  return { worklist: body.items.map(words).sort(), replay: openTasks(replayed), state: replayed.state };
}
