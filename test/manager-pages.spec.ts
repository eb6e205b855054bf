// The pages of waiting and of the area without a browser: what they show, who gets in, and that a form records once.
import { parse } from 'csv-parse/sync';
import { startOnward, type TestOnward } from './kit/onward.js';
import { hiddenIn, visitorsOf } from './kit/visitor.js';

let onward: TestOnward;
let waitId: string;
let personId: string;

beforeAll(async () => {
  onward = await startOnward();
  const person = { givenName: 'Ivy', familyName: '<b>Sample', birthDate: '2013-03-14', sendStatus: 'ehc-plan' };
  personId = (await onward.post<{ id: string }>('/api/v1/young-people', person)).body.id;
  const referral = { personId, pathway: 'CHS', service: 'physiotherapy', receivedOn: '2026-01-25' };
  waitId = (await onward.post<{ id: string }>('/api/v1/waits', referral, { as: 'dev.nurse' })).body.id;
  await onward.post('/api/v1/ehc-plans', { personId, on: '2025-03-01', authority: '882' });
});
afterAll(() => onward.close());

const visitors = visitorsOf(() => onward);

async function as(who: string) {
  const { cookies, csrf } = await visitors.signIn(`demo-${who}`);
  return {
    get: (url: string) => visitors.get(url, cookies),
    send: (url: string, fields: Record<string, string>) => visitors.send(url, { ...fields, _csrf: csrf }, cookies),
  };
}

describe('the waiting list', () => {
  it('shows who waits, how long and in which band, and escapes every name', async () => {
    const { statusCode, body } = await (await as('ella.manager')).get('/waiting');
    expect([statusCode, body.includes('<b>Sample')]).toEqual([200, false]);
    expect(body).toContain('Ivy &lt;b&gt;Sample');
    // 25 Jan to 1 Jun 2026 are 127 days: 18 weeks for the eye, and yet the band beyond (WAIT-41).
    expect(body).toContain('href="/waiting?fromDays=127&amp;toDays=364"');
    expect(body).toContain('18 weeks (127 days)');
    expect(body).toContain('Too few were seen lately');
  });

  it('each filter is a link that can be shared; one that makes no sense is a problem', async () => {
    const ella = await as('ella.manager');
    expect((await ella.get('/waiting?service=&pathway=CHS')).headers.location).toBe('/waiting?pathway=CHS');
    expect((await ella.get('/waiting?fromDays=127&toDays=364')).body).toContain('Ivy &lt;b&gt;Sample');
    expect((await ella.get('/waiting?toDays=126')).body).toContain('Nothing fits');
    expect((await ella.get('/waiting?asOf=2026-01-24')).body).toContain('Nothing fits');
    for (const wrong of ['?fromDays=x', '?pathway=nonsense', '?cursor=x', '?asOf=yesterday'])
      expect([wrong, (await ella.get(`/waiting${wrong}`)).statusCode]).toEqual([wrong, 400]);
  });

  it('is not for a SEND caseworker, and not offered to one', async () => {
    const asha = await as('asha.caseworker');
    expect((await asha.get('/waiting')).statusCode).toBe(403);
    expect((await asha.get(`/waiting/${waitId}`)).statusCode).toBe(403);
    expect((await asha.get('/search')).body).not.toContain('href="/waiting"');
  });
});

describe('one wait', () => {
  it('explains its clock, says why there is no estimate, and what is due', async () => {
    const { body } = await (await as('dev.nurse')).get(`/waiting/${waitId}`);
    expect(body).toContain('It started on 25 Jan 2026: the day on which the referral was received (WAIT-01).');
    expect(body).toContain('No estimate is given. Too few were assessed');
    expect(body).toContain('WAIT-45');
    expect(body).toContain('<ol class="onward-timeline">');
    expect(body).not.toContain('Your role does not see the history.');
  });

  it('an auditor reads it with its timeline and is offered nothing to record', async () => {
    const { body } = await (await as('farid.auditor')).get(`/waiting/${waitId}`);
    expect(body).toContain('Wait referral received');
    expect(body).not.toContain('/record/');
    expect((await (await as('farid.auditor')).get('/waiting/nobody')).statusCode).toBe(404);
  });

  it('WAIT-45: a contact is recorded once, however often the form is sent, and the clock runs on', async () => {
    const dev = await as('dev.nurse');
    const url = `/waiting/${waitId}/record/contact`;
    const page = await dev.get(url);
    const form = {
      _command: hiddenIn(page.body, '_command'),
      _revision: hiddenIn(page.body, '_revision'),
      ...{ 'on-day': '1', 'on-month': '6', 'on-year': '2026' },
      ...{ contact: 'check-in', to: 'family', channel: 'telephone', accessibleFormat: 'none-needed' },
      ...{ outcome: 'reached', riskChange: 'none', note: '' },
    };
    const answers = [await dev.send(url, form), await dev.send(url, form)];
    expect(answers.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual([
      [303, `/waiting/${waitId}`],
      [303, `/waiting/${waitId}`],
    ]);
    await onward.opened.projecting.catchUp();
    const { body } = await onward.get(`/api/v1/waits/${waitId}`, { as: 'dev.nurse' });
    expect(body).toMatchObject({ revision: 1, lastContactOn: '2026-06-01', clockStart: '2026-01-25' });
    expect((await dev.send(url, { ...form, _command: 'other', outcome: '' })).body).toContain('Choose what came of it');
  });

  it('an appointment may lie ahead, and does not end the wait', async () => {
    const dev = await as('dev.nurse');
    const url = `/waiting/${waitId}/record/appointment`;
    const page = await dev.get(url);
    const form = {
      _command: hiddenIn(page.body, '_command'),
      _revision: hiddenIn(page.body, '_revision'),
      ...{ 'on-day': '1', 'on-month': '6', 'on-year': '2026' },
      ...{ 'appointmentOn-day': '14', 'appointmentOn-month': '9', 'appointmentOn-year': '2026' },
    };
    expect((await dev.send(url, form)).statusCode).toBe(303);
    await onward.opened.projecting.catchUp();
    expect((await dev.get('/waiting')).body).toContain('Appointment: <span class="onward-date">14 Sep 2026</span>');
  });

  it('who records from an old page is shown both versions, also without the right to the history', async () => {
    const dev = await as('dev.nurse');
    const answer = await dev.send(`/waiting/${waitId}/record/appointment`, {
      _command: 'late',
      _revision: '0',
      ...{ 'on-day': '1', 'on-month': '6', 'on-year': '2026' },
      ...{ 'appointmentOn-day': '15', 'appointmentOn-month': '9', 'appointmentOn-year': '2026' },
    });
    expect([answer.statusCode, answer.body.includes('Somebody else changed this')]).toEqual([409, true]);
  });

  it('stands behind the person’s cases and the worklist’s rows', async () => {
    const ella = await as('ella.manager');
    expect((await ella.get(`/people/${personId}`)).body).toContain(`href="/waiting/${waitId}"`);
    expect((await ella.get('/worklist?pathway=waiting')).body).toContain(`href="/waiting/${waitId}"`);
  });
});

describe('the area', () => {
  it('is for managers and auditors; a clinician is neither let in nor offered it', async () => {
    const ben = await as('ben.clinician');
    expect((await ben.get('/reports/area')).statusCode).toBe(403);
    expect((await ben.get('/reports/area/steps.csv')).statusCode).toBe(403);
    expect((await ben.get('/search')).body).not.toContain('href="/reports/area"');
    expect((await (await as('farid.auditor')).get('/reports/area')).statusCode).toBe(200);
  });

  it('every chart has a title, a description, a table, a definition with its rule and two files; what leaves says that it is internal', async () => {
    const { body } = await (await as('ella.manager')).get('/reports/area');
    const sections = body.split('<section').slice(1);
    expect(sections).toHaveLength(6);
    for (const section of sections) {
      expect(section).toMatch(
        /<svg[^>]*role="img"[^>]*>\s*<title id=[^>]*>[^<]+<\/title>\s*<desc id=[^>]*>[^<]+<\/desc>/,
      );
      expect(section).toMatch(/<table[\s\S]*\b(EHC|WAIT|TRN)-\d\d|\b(EHC|WAIT|TRN)-\d\d[\s\S]*<table/);
      expect(section).toMatch(/\.csv\?asOf=2026-06-01[\s\S]*\.xlsx\?asOf=2026-06-01/);
    }
    expect(body).toContain('INTERNAL: unrounded, not for publication (REC-40, REC-41)');
    expect(body).not.toMatch(/ style="/);
  });

  it('a count leads to as many cases: the late review, and on an earlier day nothing', async () => {
    const ella = await as('ella.manager');
    const { body } = await ella.get('/reports/area');
    const link = /href="(\/ehc\/worklist\?step=review&amp;phase=secondary&amp;state=absent[^"]*)"[^>]*>1</.exec(
      body,
    )?.[1];
    expect((await ella.get(link!.replaceAll('&amp;', '&'))).body).toContain('Ivy &lt;b&gt;Sample');
    const before = await ella.get('/reports/area?asOf=2026-02-01');
    expect([before.statusCode, before.body.includes('step=review&amp;phase=')]).toEqual([200, false]);
    expect((await ella.get('/reports/area?asOf=31.2.2026')).statusCode).toBe(400);
    expect((await ella.get('/reports/area?colour=red')).statusCode).toBe(400);
  });

  it('files are attachments with the table’s numbers, kept by nobody; a file that does not exist is a problem page', async () => {
    const ella = await as('ella.manager');
    const csv = await ella.get('/reports/area/phases.csv?asOf=2026-06-01');
    expect([csv.statusCode, csv.headers['content-type'], csv.headers['cache-control']]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'no-store',
    ]);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="onward-phases-2026-06-01.csv"');
    const rows = parse(csv.body, { bom: true }).map((row) => row.slice(0, 4));
    expect(rows[0]).toEqual(['Phase', 'Plans in force', 'Late, begun', 'Late, nothing on record']);
    expect(rows.find(([phase]) => phase === 'Secondary')).toEqual(['Secondary', '1', '0', '1']);
    const xlsx = await ella.get('/reports/area/phases.xlsx');
    expect([xlsx.statusCode, xlsx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    for (const wrong of ['nothing.csv', 'phases.exe', 'phases', 'constructor.csv'])
      expect([wrong, (await ella.get(`/reports/area/${wrong}`)).statusCode]).toEqual([wrong, 404]);
  });

  it('gates and discharges list the cases behind their counts', async () => {
    const ella = await as('ella.manager');
    expect((await ella.get('/reports/gates?gate=18')).body).toContain('Open to CAMHS, next gate: 18th birthday');
    const closed = await ella.get('/reports/discharges?year=2025&destination=DIED');
    expect(closed.body).toContain('Closed to CAMHS, 1 Sep 2025 to 31 Aug 2026: Died');
    expect((await ella.get('/reports/gates?gate=99')).statusCode).toBe(400);
  });

  it('the same counts stand in the API', async () => {
    const as = 'ella.manager';
    expect((await onward.get('/api/v1/ehc-plans/late-reviews', { as })).body).toHaveProperty('steps');
    expect((await onward.get('/api/v1/transitions/counts', { as })).body).toHaveProperty('gates');
    expect((await onward.get('/api/v1/transitions/discharges?year=2025', { as })).body).toEqual({ items: [] });
    const { body } = await onward.get<{ days: { pathways: number }[] }>('/api/v1/waits/over-time', { as });
    expect(body.days.at(-1)).toEqual({
      on: '2026-06-01',
      pathways: 1,
      over18Weeks: 1,
      over52Weeks: 0,
      over52From: 365,
    });
  });
});

describe('the area before other eyes', () => {
  it('REC-40, REC-41: shows no small count, no chart and no way to a case, and names its profile; so does the file', async () => {
    const ella = await as('ella.manager');
    const { statusCode, body } = await ella.get('/reports/area?profile=MH_PUBLIC');
    expect([statusCode, body.includes('MH_PUBLIC: counts under 5'), body.includes('INTERNAL: unrounded')]).toEqual([
      200,
      true,
      false,
    ]);
    expect([body.includes('<svg class="onward-figure-chart"'), body.includes('href="/ehc/worklist?step')]).toEqual([
      false,
      false,
    ]);
    for (const [, text] of body.matchAll(/<td class="onward-figure" data-label="[^"]*">([^<]*)</g))
      expect(text === '*' || Number(text) % 5 === 0).toBe(true);
    const publishing = { profile: 'MH_PUBLIC', asOf: '2026-05-31' };
    expect((await onward.post('/api/v1/reports/publications', publishing, { as: 'ella.manager' })).status).toBe(200);
    await onward.opened.projecting.catchUp();
    const { headers, body: file } = await ella.get('/reports/area/gates.csv?profile=MH_PUBLIC&asOf=2026-05-31');
    expect(headers['content-disposition']).toContain('-mh-public.csv');
    const [heads, ...rows] = parse(file, { bom: true });
    const use = heads?.indexOf('Use') ?? -1;
    expect(rows.every((row) => row[1] === '*' && row[use]?.startsWith('MH_PUBLIC'))).toBe(true);
    expect((await ella.get('/reports/area?profile=NONE')).statusCode).toBe(400);
    for (const refused of [
      '',
      '/gates.csv',
      '/gates.xlsx',
      '/destinations.csv',
      '/waits.csv',
      '/phases.csv',
      '/steps.csv',
      '/lacks.csv',
    ]) {
      const answer = await ella.get(`/reports/area${refused}?profile=DFE_RETURN`);
      expect([refused, answer.statusCode, answer.body.includes('REC-41')]).toEqual([refused, 422, true]);
    }
    expect((await ella.get('/reports/area/phases.csv?profile=MH_PUBLIC')).statusCode).toBe(422);
    const inside = (await ella.get('/reports/area')).body;
    expect([inside.includes('As the DfE publishes'), inside.includes('what was published stays as published')]).toEqual(
      [false, true],
    );
    expect((await ella.get('/reports/area')).body).toContain('INTERNAL: unrounded');
  });
});
