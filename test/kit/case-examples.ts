// The case examples told to a whole Onward through the API, and the questions that the tests ask of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  asOf,
  enter,
  replay,
  type Entered,
  type Example,
  type Month,
  type Send,
  type Taken,
} from '../../examples/steps.mjs';
import { startOnward, type TestOnward } from './onward.js';

export interface Told {
  readonly example: Example;
  readonly entered: Entered;
  readonly months: readonly Month[];
}

export interface Event {
  readonly id: string;
  readonly type: string;
  readonly occurredOn: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Why {
  readonly dueOn: string;
  readonly status: string;
  readonly metOn: string | null;
  readonly arithmetic: readonly string[];
  readonly trigger: { readonly fact: string; readonly on: string; readonly event: string };
  readonly event?: Event;
  readonly metByEvent?: Event;
}

const exampleOf = (number: number) =>
  JSON.parse(readFileSync(join(__dirname, `../../examples/case-example-${number}.json`), 'utf8')) as Example;

const sending =
  (onward: TestOnward): Send =>
  (method, path, { as, key, after, body }) => {
    const headers = { ...(key && { 'idempotency-key': key }), ...(after && { 'onward-after': after }) };
    return method === 'POST'
      ? onward.post<never>(path, body ?? {}, { as, headers })
      : onward.get<never>(path, { as, headers });
  };

export async function startCaseExamples() {
  const onward = await startOnward('2026-11-20T09:00:00.000Z');
  const send = sending(onward);
  const transitionOf = ({ entered }: Told): string => entered.ids['transitionId'] ?? '';
  const get = async <T>(path: string, as = 'ben.clinician'): Promise<T> => (await onward.get<T>(path, { as })).body;
  return {
    onward,
    send,
    get,
    transitionOf,
    async tell(number: number): Promise<Told> {
      const example = exampleOf(number);
      const entered = await enter(example, send);
      return { example, entered, months: await replay(example, entered, send) };
    },
    on: (day: string, { example, entered }: Told) => asOf(day, example, entered.ids, send, entered.position),
    history: async ({ entered }: Told): Promise<readonly Event[]> => {
      const path = `/api/v1/young-people/${entered.ids['personId']}/history?limit=500`;
      return (await get<{ items: Event[] }>(path, 'farid.auditor')).items;
    },
    page: <T = Record<string, unknown>>(day: string, told: Told) =>
      get<T>(`/api/v1/transitions/${transitionOf(told)}?asOf=${day}`),
    why: (key: string, day: string, told: Told, subjectId = transitionOf(told)) =>
      get<Why>(`/api/v1/deadlines/transition/${transitionOf(told)}?key=${key}&subjectId=${subjectId}&asOf=${day}`),
  };
}

export const monthOf = (day: string, { months }: Told) => months.find((month) => month.on === day);
export const refused = ({ entered }: Told): readonly Taken[] =>
  entered.taken.filter(({ outcome }) => outcome.startsWith('refused'));
export const ruled = (rule: string, { deadlines }: Month) => deadlines.filter((deadline) => deadline.rule === rule);
