// The API as its callers meet it: who may, what is refused and how, and that the same request twice is once.
import { readFileSync } from 'node:fs';
import { eventCatalogue } from '../src/apps/docs/event-catalogue.js';
import { processManagersPage } from '../src/apps/docs/process-managers-page.js';
import { startOnward, type TestOnward } from './kit/onward.js';

interface Recorded {
  readonly id: string;
  readonly revision: number;
  readonly position: string;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

interface ProblemBody {
  readonly type: string;
  readonly detail: string;
  readonly rule?: string;
  readonly errors?: readonly { readonly field: string; readonly problem: string }[];
  readonly [more: string]: unknown;
}

const people = '/api/v1/young-people';
const ada = { givenName: 'Ada', familyName: 'Example', birthDate: '2016-03-04' };

let onward: TestOnward;
beforeAll(async () => (onward = await startOnward()));
afterAll(() => onward.close());

const register = async (more: object = {}) => (await onward.post<Recorded>(people, { ...ada, ...more })).body.id;

describe('signing in', () => {
  it('is needed for everything but health and documentation', async () => {
    for (const url of [people, '/api/v1/worklist', '/api/v1/reports/annual-reviews']) {
      const { status, headers, body } = await onward.get<ProblemBody>(url, { headers: { authorization: '' } });
      expect({ url, status, type: body.type }).toEqual({ url, status: 401, type: 'urn:onward:problem:not-signed-in' });
      expect(headers['content-type']).toContain('application/problem+json');
    }
    expect((await onward.get('/health/live', { headers: { authorization: '' } })).status).toBe(200);
  });

  it('names what the role may not do', async () => {
    const { status, body } = await onward.post<ProblemBody>(people, ada, { as: 'farid.auditor' });
    expect(status).toBe(403);
    expect(body.detail).toContain('It is for: system, SEND caseworker');
    expect(body).toMatchObject({ action: 'RegisterYoungPerson' });
  });
});

describe('a command', () => {
  it('answers revision and position, and a question that names the position shows it', async () => {
    const { status, headers, body } = await onward.post<Recorded>(people, ada);
    expect({ status, etag: headers['etag'], revision: body.revision }).toEqual({
      status: 200,
      etag: '"0"',
      revision: 0,
    });
    const found = await onward.get<{ id: string }>(`${people}/${body.id}`, {
      headers: { 'onward-after': body.position },
    });
    expect(found.status).toBe(200);
  });

  it('refuses unknown fields and wrong dates, naming the field and never its value', async () => {
    const { status, body } = await onward.post<ProblemBody>(people, {
      ...ada,
      birthDate: '2012-02-31',
      favouriteColour: 'green',
    });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { field: 'favouriteColour', problem: expect.stringContaining('should not exist') as string },
      { field: 'birthDate', problem: 'must be a real date written YYYY-MM-DD' },
    ]);
    expect(JSON.stringify(body)).not.toContain('2012-02-31');
  });

  it('refuses an impossible age', async () => {
    const { status, body } = await onward.post<ProblemBody>(people, { ...ada, birthDate: '1850-01-01' });
    expect([status, body.errors?.[0]?.field]).toEqual([400, 'birthDate']);
  });

  it('REC-31: refuses an NHS number outside the test range in a demo store', async () => {
    const identifiers = [{ kind: 'nhs-number', value: '9434765919' }];
    const { status, body } = await onward.post<ProblemBody>(people, { ...ada, identifiers });
    expect([status, body.rule]).toEqual([400, 'REC-31']);
    expect(JSON.stringify(body)).not.toContain('9434765919');
  });

  it('sent again under one Idempotency-Key answers the same and records nothing more (trap 14)', async () => {
    const headers = { 'idempotency-key': 'registration-17' };
    const first = await onward.post<Recorded>(people, ada, { headers });
    const again = await onward.post<Recorded>(people, ada, { headers });
    expect(again.body).toEqual(first.body);
    const other = await onward.post<ProblemBody>(people, { ...ada, givenName: 'Eda' }, { headers });
    expect([other.status, other.body.type]).toEqual([422, 'urn:onward:problem:command-id-reused']);
  });

  it('on a case that someone else has changed is refused with both revisions (trap 15)', async () => {
    const id = await register();
    const needs = (asking: object) =>
      onward.post<ProblemBody>(`${people}/${id}/communication-needs`, { interpreter: 'Polish' }, asking);
    expect((await needs({ headers: { 'if-match': '"0"' } })).status).toBe(200);
    const late = await needs({ headers: { 'if-match': '"0"' } });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ type: 'urn:onward:problem:changed-by-someone-else', expected: 0, actual: 1 });
  });

  it('on a person who is not there says so', async () => {
    const { status, body } = await onward.post<ProblemBody>(
      `${people}/00000000-0000-4000-8000-000000000000/communication-needs`,
      { interpreter: 'Polish' },
    );
    expect([status, body.type]).toEqual([404, 'urn:onward:problem:not-found']);
  });

  it('that is no JSON, or too large, is refused and the process stays up', async () => {
    const broken = await onward.app.inject({
      method: 'POST',
      url: people,
      headers: { authorization: 'Bearer demo-asha.caseworker', 'content-type': 'application/json' },
      payload: '{"givenName": ',
    });
    expect(broken.statusCode).toBe(400);
    const large = await onward.post(people, { ...ada, postcode: 'x'.repeat(400_000) });
    expect(large.status).toBe(413);
    expect((await onward.get('/health/ready')).status).toBe(200);
  });
});

describe('an EHC plan through the API', () => {
  it('EHC-E2, EHC-E4: shows each date with its rule, and why: arithmetic, event and who recorded it', async () => {
    const personId = await register();
    const plan = (await onward.post<Recorded>('/api/v1/ehc-plans', { personId, on: '2024-12-02' })).body.id;
    const held = await onward.post<Recorded>(`/api/v1/ehc-plans/${plan}/reviews/meeting`, {
      on: '2025-11-10',
      attended: ['family', 'setting'],
      outcomesConsidered: true,
    });
    expect(held.status).toBe(200);
    const { body } = await onward.get<{
      items: { key: string; rule: string; dueOn: string; status: string; subjectId: string }[];
    }>(`/api/v1/worklist?caseId=${plan}&asOf=2025-11-20`);
    const decision = body.items.find(({ key }) => key === 'decision');
    expect(decision).toMatchObject({ rule: 'EHC-22', dueOn: '2025-12-08', status: 'due' });
    const review = body.items.find(({ key }) => key === 'review');
    expect(review).toMatchObject({ rule: 'EHC-01', dueOn: '2025-12-01', status: 'due' });
    const report = body.items.find(({ key }) => key === 'report');
    expect(report).toMatchObject({ rule: 'EHC-21', dueOn: '2025-11-24', status: 'due' });
    const why = await onward.get<Record<string, unknown>>(
      `/api/v1/deadlines/ehc/${plan}?key=report&subjectId=${report?.subjectId}&asOf=2025-11-20`,
    );
    expect(why.body).toMatchObject({
      rule: 'EHC-21',
      arithmetic: [expect.stringContaining('2 weeks of 10 Nov 2025') as string],
      trigger: { on: '2025-11-10', event: held.body.events.find(({ type }) => type === 'ReviewMeetingHeld')?.id },
      event: { type: 'ReviewMeetingHeld', actor: { id: 'asha.caseworker' } },
    });
  });

  it('tells of a day only what had happened by then: a report that was sent later meets nothing, nor is it named', async () => {
    const personId = await register();
    const plan = (await onward.post<Recorded>('/api/v1/ehc-plans', { personId, on: '2024-12-02' })).body.id;
    const reviews = `/api/v1/ehc-plans/${plan}/reviews`;
    const meeting = { on: '2025-11-10', attended: ['family', 'setting'], outcomesConsidered: true };
    await onward.post(`${reviews}/meeting`, meeting);
    const report = { on: '2025-11-21', recommends: 'maintain', sentTo: ['family', 'setting'] };
    const sent = await onward.post<Recorded>(`${reviews}/report`, report);
    expect(sent.status).toBe(200);
    const rows = await onward.get<{ items: { key: string; subjectId: string }[] }>(
      `/api/v1/worklist?caseId=${plan}&asOf=2025-11-20`,
    );
    const subjectId = rows.body.items.find(({ key }) => key === 'report')?.subjectId;
    const why = async (asOf: string) => {
      const path = `/api/v1/deadlines/ehc/${plan}?key=report&subjectId=${subjectId}&asOf=${asOf}`;
      const { body } = await onward.get<Record<string, unknown>>(path);
      return [body['status'], body['metOn'], (body['metByEvent'] as { id: string } | undefined)?.id];
    };
    expect(await why('2025-11-20')).toEqual(['due', null, undefined]);
    expect(await why('2025-11-21')).toEqual(['met', '2025-11-21', sent.body.events[0]?.id]);
    expect(await why('2025-11-22')).toEqual(['met', '2025-11-21', sent.body.events[0]?.id]);
  });

  it('R2: "we will amend" without the proposed changes does not stop the four-week clock', async () => {
    const personId = await register();
    const plan = (await onward.post<Recorded>('/api/v1/ehc-plans', { personId, on: '2025-06-02' })).body.id;
    await onward.post(`/api/v1/ehc-plans/${plan}/reviews/meeting`, {
      on: '2026-03-02',
      attended: ['family'],
      outcomesConsidered: true,
    });
    await onward.post(`/api/v1/ehc-plans/${plan}/reviews/decision`, {
      on: '2026-03-16',
      outcome: 'amend',
      proposedChanges: 'not-attached',
      appealRightsGiven: true,
      lacksReason: 'told in a few words',
    });
    const rows = async () =>
      (
        await onward.get<{ items: { key: string; status: string; dueOn: string }[] }>(
          `/api/v1/worklist?caseId=${plan}&asOf=2026-04-10`,
        )
      ).body.items;
    expect((await rows()).find(({ key }) => key === 'amendmentNotice')).toMatchObject({
      status: 'overdue',
      dueOn: '2026-03-30',
    });
    await onward.post(`/api/v1/ehc-plans/${plan}/amendment-notices`, { on: '2026-04-02' });
    expect((await rows()).find(({ key }) => key === 'amendmentNotice')).toBeUndefined();
    // EHC-27: a late notice does not buy more time for the final plan.
    expect((await rows()).find(({ key }) => key === 'finalPlan')).toMatchObject({ dueOn: '2026-05-25' });
  });
});

describe('history', () => {
  it('tells every event of a person in order, both clocks and who, and is never cut without saying so (trap 13)', async () => {
    const id = await register();
    for (let n = 0; n < 6; n++)
      await onward.post(`${people}/${id}/communication-needs`, { notes: `note ${n}`, on: '2026-05-01' });
    const seen: string[] = [];
    let url = `${people}/${id}/history?limit=3`;
    for (let page = 0; page < 10; page++) {
      const { body } = await onward.get<{
        items: { type: string; occurredOn: string; recordedAt: string; actor: { id: string }; position: string }[];
        next?: string;
      }>(url);
      seen.push(...body.items.map(({ position }) => position));
      expect(body.items.every(({ actor }) => actor.id === 'asha.caseworker')).toBe(true);
      if (body.next === undefined) break;
      url = `${people}/${id}/history?limit=3&cursor=${body.next}`;
    }
    expect(seen).toHaveLength(7);
    expect(seen).toEqual([...seen].sort());
  });

  it('shows a case as of a date and as known on a date: a late entry is true then, and known only now', async () => {
    const personId = await register();
    const plan = (await onward.post<Recorded>('/api/v1/ehc-plans', { personId, on: '2025-01-10' })).body.id;
    onward.clock.set('2026-06-20T09:00:00.000Z');
    await onward.post(`/api/v1/ehc-plans/${plan}/reviews/meeting`, {
      on: '2025-12-01',
      attended: ['family'],
      outcomesConsidered: true,
    });
    const state = async (view: string) =>
      (await onward.get<{ events: number; eventsLeftOut: number }>(`/api/v1/cases/ehcPlan-${plan}/state?${view}`)).body;
    expect(await state('asOf=2025-12-31')).toMatchObject({ events: 2, eventsLeftOut: 0 });
    expect(await state('asOf=2025-12-31&knownOn=2026-06-10')).toMatchObject({ events: 1, eventsLeftOut: 1 });
    expect(await state('revision=0')).toMatchObject({ events: 1 });
    onward.clock.set('2026-06-01T09:00:00.000Z');
  });
});

describe('what a role may see', () => {
  it('is its own pathways: the council does not see the trust’s cases, nor the trust the council’s', async () => {
    const personId = await register();
    const plan = (await onward.post<Recorded>('/api/v1/ehc-plans', { personId, on: '2025-01-10' })).body.id;
    const wait = { personId, pathway: 'MH_CYP', service: 'camhs-community', receivedOn: '2026-05-01' };
    const waitId = (await onward.post<Recorded>('/api/v1/waits', wait, { as: 'ben.clinician' })).body.id;
    const status = async (url: string, as: string) => (await onward.get(url, { as })).status;
    expect(await status(`/api/v1/cases/ehcPlan-${plan}/state`, 'ben.clinician')).toBe(403);
    expect(await status(`/api/v1/cases/wait-${waitId}/state`, 'asha.caseworker')).toBe(403);
    expect(await status('/api/v1/worklist?pathway=waiting', 'asha.caseworker')).toBe(403);
    expect(await status(`/api/v1/deadlines/ehc/${plan}?key=decision&subjectId=next`, 'ben.clinician')).toBe(403);
    const types = async (as: string) => {
      const { body } = await onward.get<{ items: { stream: string }[] }>(`${people}/${personId}/history`, { as });
      return [...new Set(body.items.map(({ stream }) => stream.split('-')[0]))].sort();
    };
    expect(await types('asha.caseworker')).toEqual(['ehcPlan', 'youngPerson']);
    expect(await types('ben.clinician')).toEqual(['wait', 'youngPerson']);
    expect(await types('farid.auditor')).toEqual(['ehcPlan', 'wait', 'youngPerson']);
    const of = async (stream: string, as: string) =>
      (await onward.get<{ items: { stream: string }[] }>(`${people}/${personId}/history?stream=${stream}`, { as })).body
        .items;
    expect(await of(`wait-${waitId}`, 'ben.clinician')).toMatchObject([{ stream: `wait-${waitId}` }]);
    expect(await of(`ehcPlan-${plan}`, 'ben.clinician')).toEqual([]);
  });
});

describe('the documentation', () => {
  it('describes every route with a summary, and every body with its fields', async () => {
    const { body } = await onward.get<{
      paths: Record<
        string,
        Record<string, { summary?: string; requestBody?: { content: Record<string, { schema: { $ref?: string } }> } }>
      >;
      components: { schemas: Record<string, { properties?: object }> };
    }>('/api/openapi.json');
    const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, route]) => ({ name: `${method} ${path}`, ...route })),
    );
    expect(routes.length).toBeGreaterThan(100);
    expect(routes.filter(({ summary }) => !summary).map(({ name }) => name)).toEqual([]);
    const emptyBodies = routes.filter(({ requestBody }) => {
      const name = requestBody?.content['application/json']?.schema.$ref?.split('/').pop();
      return name !== undefined && Object.keys(body.components.schemas[name]?.properties ?? {}).length === 0;
    });
    expect(emptyBodies.map(({ name }) => name)).toEqual([]);
  });

  it('has the catalogue of events as the code defines it (run `npm run docs` when this fails)', () => {
    expect(readFileSync('docs/events.md', 'utf8')).toBe(eventCatalogue());
    expect(readFileSync('docs/process-managers.md', 'utf8')).toBe(processManagersPage());
  });
});
