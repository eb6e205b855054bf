// A whole Onward with readiness programmes, for tests of the own form: links made by the nurse's page, as they are given away.
import { startOnward, type TestOnward } from './onward.js';
import { secretsIn, visitorsOf } from './visitor.js';

export interface OwnForms {
  readonly onward: TestOnward;
  readonly programmeId: string;
  readonly personId: string;
}

interface View {
  readonly submissions: readonly Record<string, unknown>[];
  readonly links: readonly Record<string, unknown>[];
}

/** `now` is the instant at which the clock stands. One young person of twelve is in a programme. */
export async function startOwnForms(now: string): Promise<OwnForms> {
  const onward = await startOnward(now);
  onward.opened.foundations.readSide.onWaiting(() => void onward.opened.projecting.catchUp());
  return { onward, ...(await startProgramme(onward, '2014-05-06')) };
}

async function startProgramme(onward: TestOnward, birthDate: string) {
  const person = { givenName: 'Robin', familyName: 'Example', birthDate };
  const { body } = await onward.post<{ id: string }>('/api/v1/young-people', person);
  const start = {
    ...{ personId: body.id, service: 'community-paediatrics', entersAt: 'steady' },
    ...{ longTermCondition: true, likelyAdultServices: true },
  };
  const made = await onward.post<{ id: string }>('/api/v1/readiness', start, { as: 'dev.nurse' });
  return { personId: body.id, programmeId: made.body.id };
}

/** `forms` are started before a test runs, and so asked for at each call. */
export function clinicOf(forms: () => OwnForms) {
  const visitors = visitorsOf(() => forms().onward);
  const { get, send, signedIn } = visitors;
  return {
    ...visitors,
    programmeOf: (birthDate: string) => startProgramme(forms().onward, birthDate),
    /** As a nurse does it: by the page, which shows the link once. */
    async linkFor(questionnaire: string, { until = '30 11 2026', of = forms().programmeId } = {}) {
      const dev = await signedIn('dev.nurse');
      const path = `/readiness/${of}/form-link`;
      const form = await get(path, dev);
      const [day = '', month = '', year = ''] = until.split(' ');
      const answers: [string, string][] = [
        ...secretsIn(form.body),
        ['questionnaire', questionnaire],
        ['validUntil-day', day],
        ['validUntil-month', month],
        ['validUntil-year', year],
      ];
      const again = () => send(path, answers, dev, { host: 'onward.example' });
      const page = await again();
      const address = /http:\/\/onward\.example(\/own-form\/[\w-]{22})</.exec(page.body)?.[1] ?? '';
      return { page, address, again };
    },
    async view(of = forms().programmeId): Promise<View> {
      return (await forms().onward.get<View>(`/api/v1/readiness/${of}`, { as: 'dev.nurse' })).body;
    },
  };
}

/** What stands in the box of a question. */
export const boxOf = (body: string, item: string): string =>
  new RegExp(`name="comment-${item}"[^>]*>([^<]*)</textarea>`).exec(body)?.[1] ?? '';
