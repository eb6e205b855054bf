// A caseworker at the forms of EHC plans, without a browser: importing it starts an Onward before the tests of a file and stops it after.
import { planForms } from '../../src/cases/ehc-plan/pages/plan-forms/index.js';
import { startOnward, type TestOnward } from './onward.js';
import { secretsIn, visitorsOf, type Cookies } from './visitor.js';

export let onward: TestOnward;
export let asha: Cookies;
export const as = { as: 'asha.caseworker' };

beforeAll(async () => {
  onward = await startOnward('2026-11-25T09:00:00.000Z');
  asha = await signedIn('asha.caseworker');
});
afterAll(() => onward.close());

const visitors = visitorsOf(() => onward);
export const { get, signedIn } = visitors;

/** The next page waits for what was written; here the lists are brought up to date in the same breath. */
export async function send(...given: Parameters<typeof visitors.send>) {
  const answer = await visitors.send(...given);
  await onward.opened.projecting.catchUp();
  return answer;
}

type Answers = Readonly<Record<string, string>>;
export const on = (day: string, name = 'on'): Answers => {
  const [year = '', month = '', of = ''] = day.split('-');
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year };
};

export async function newPerson(birthDate = '2009-12-15'): Promise<string> {
  const person = { givenName: 'Ivy', familyName: 'Sample', birthDate, sendStatus: 'ehc-plan' };
  return (await onward.post<{ id: string }>('/api/v1/young-people', person, as)).body.id;
}

export async function newPlan(madeOn = '2026-01-20', birthDate?: string): Promise<string> {
  const body = { personId: await newPerson(birthDate), on: madeOn };
  const made = await onward.post<{ id: string }>('/api/v1/ehc-plans', body, as);
  expect(made.status).toBe(200);
  return made.body.id;
}

export const formAt = (planId: string, step: string, about = 'plan') => `/ehc/plans/${planId}/record/${step}/${about}`;
export const page = async (url: string, who = asha) => (await get(url, who)).body;
const offered = async (planId: string) =>
  [...(await page(`/ehc/plans/${planId}`)).matchAll(/\/record\/([\w-]+)\/([\w-]+)"/g)].map(
    ([, step = '', about = '']) => ({ step, about }),
  );
export const steps = async (planId: string) => [...new Set((await offered(planId)).map(({ step }) => step))];
export const aboutOf = async (planId: string, step: string) =>
  (await offered(planId)).find((offer) => offer.step === step)?.about ?? '';

/** Fills the form in and goes through the check page where there is one. */
export async function record(planId: string, step: string, answers: Answers, about = 'plan') {
  const url = formAt(planId, step, about);
  const form = await get(url, asha);
  expect([url, form.statusCode]).toEqual([url, 200]);
  const given = [...secretsIn(form.body), ...Object.entries(answers)] as [string, string][];
  const checks = planForms[step]?.form.checkFirst !== undefined;
  return send(url, checks ? [...given, ['_step', 'confirmed']] : given, asha);
}

export const recorded = async (...given: Parameters<typeof record>) => {
  const answer = await record(...given);
  expect([given[1], answer.statusCode]).toEqual([given[1], 303]);
};

interface View {
  readonly status: string;
  readonly needs: readonly { code: string; rank: number }[];
  readonly placements: readonly { kind: string; urn?: string; from?: string; to?: string }[];
  readonly earlyRequests: readonly { answered?: { agreed: boolean } }[];
  readonly phaseTransfers: readonly { id: string; phase: string; named?: object }[];
  readonly appeals: readonly { done: readonly object[]; determined?: { order: string } }[];
  readonly letters: readonly { readonly eventId: string; readonly about: string }[];
  readonly orders: readonly { readonly kind: string; readonly act: string; readonly done: readonly object[] }[];
  readonly planMade: { on: string; eventId: string };
}
export const view = async (planId: string) => (await onward.get<View>(`/api/v1/ehc-plans/${planId}`, as)).body;
