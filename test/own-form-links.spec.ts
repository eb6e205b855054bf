// The link of an own form, without an account: what it opens, what it does not, and whose it is (RSG-04, RSG-12, TRN-42).
import { hashOfToken } from '../src/cases/readiness/own-form/link-key.js';
import { newToken } from '../src/kernel/ids.js';
import { clinicOf, startOwnForms, type OwnForms } from './kit/own-form.js';
import { cookiesIn } from './kit/visitor.js';

const now = '2026-11-25T09:00:00.000Z';
let forms: OwnForms;
beforeAll(async () => (forms = await startOwnForms(now)));
afterEach(() => forms.onward.clock.set(now));
afterAll(() => forms.onward.close());
const { get, linkFor, programmeOf, send, signedIn, view } = clinicOf(() => forms);

describe('the link', () => {
  it('RSG-04: is shown with a code for the camera; the same form sent again shows the same link, and makes no second one', async () => {
    const { page, address, again } = await linkFor('steady');
    expect(page.statusCode).toBe(200);
    expect(address).not.toBe('');
    expect(page.body).toContain('aria-label="Code that opens the form"');
    const links = (await view()).links.length;
    const second = await again();
    expect(second.body).toContain(`http://onward.example${address}<`);
    expect((await view()).links).toHaveLength(links);
    const another = await linkFor('steady');
    expect(another.address).not.toBe(address);
  });

  it('REC-11: whose offer was taken back as recorded in error opens nothing, and it is said that the clinic may have taken it back', async () => {
    const of = (await programmeOf('2012-05-05')).programmeId;
    const { address } = await linkFor('steady', { of });
    const [event] = (
      await forms.onward.get<{ facts: { eventId: string; type: string }[] }>(`/api/v1/readiness/${of}`, {
        as: 'dev.nurse',
      })
    ).body.facts;
    expect(event?.type).toBe('ReadinessFormOffered');
    const back = { correctsEventId: event?.eventId, reason: 'Given to the wrong family' };
    const taken = await forms.onward.post(`/api/v1/readiness/${of}/withdrawals`, back, { as: 'dev.nurse' });
    expect(taken.status).toBe(200);
    await forms.onward.opened.projecting.catchUp();
    const { statusCode, body } = await get(address);
    expect([statusCode, body.includes('or the clinic has taken it back')]).toEqual([404, true]);
  });

  it('its token is in no event, no list and no cookie', async () => {
    const { page, address } = await linkFor('steady');
    const token = address.split('/').at(-1)!;
    expect(cookiesIn(page.headers).join()).not.toContain(token);
    const { journal, readSide } = forms.onward.opened.foundations;
    let all = '';
    for await (const events of journal.readAll())
      all += JSON.stringify(events.map(({ data, metadata }) => [data, metadata]));
    expect(all).not.toContain(token);
    expect(JSON.stringify(readSide.db.all('SELECT * FROM readiness_link'))).not.toContain(token);
  });

  it.each([
    '/own-form/AAAAAAAAAAAAAAAAAAAAAA',
    '/own-form/x',
    '/own-form/AAAAAAAAAAAAAAAAAAAAAA/1',
    `/own-form/${'A'.repeat(200)}`,
    '/own-form/A/1/2',
  ])('%s opens nothing, and says so without leading anywhere', async (path) => {
    const { statusCode, body } = await get(path);
    expect(statusCode).toBe(404);
    expect(body).toContain('This link does not open a form');
    expect(body.match(/href="[^"#]*"/g)?.filter((link) => !link.includes('/assets/'))).toEqual([]);
  });

  it('a hash that a program gave to two links opens neither, of whichever child', async () => {
    const token = newToken();
    const offer = { questionnaire: 'steady', validUntil: '2026-11-30', tokenHash: hashOfToken(token) };
    const of = [forms.programmeId, (await programmeOf('2013-08-08')).programmeId];
    for (const [at, programme] of of.entries()) {
      const offered = await forms.onward.post(`/api/v1/readiness/${programme}/forms`, offer, { as: 'dev.nurse' });
      expect(offered.status).toBe(200);
      expect((await get(`/own-form/${token}`)).statusCode).toBe(at === 0 ? 200 : 404);
    }
    for (const programme of of) expect((await view(programme)).links.length).toBeGreaterThan(0);
  });

  it('whoever tries many is told to wait; a right link is let in all the same', async () => {
    const { address } = await linkFor('go');
    const answers: number[] = [];
    for (let n = 0; n < 40; n++) answers.push((await get(`/own-form/${String(n).padStart(22, 'B')}`)).statusCode);
    expect(answers.at(-1)).toBe(429);
    expect((await get(address)).statusCode).toBe(200);
    forms.onward.clock.set('2026-11-25T09:05:00.000Z');
  });
});

describe('what it opens', () => {
  it('this form alone: no name, no navigation, no session, no cookie, whoever is signed in on the device', async () => {
    const { address } = await linkFor('steady');
    const first = [['answer-medical-words', 'help']] as const;
    await send(`${address}/1`, first);
    for (const path of ['', '/1', '/all', '/check']) {
      const page = await get(`${address}${path}`, await signedIn('dev.nurse'));
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toMatch(/Robin|Example|Dev Okoro|onward-nav|<script/);
      const links = [...page.body.matchAll(/(?:href|action)="([^"]+)"/g)].map(([, link = '']) => link);
      expect(links.filter((link) => !link.startsWith(address) && !/^(#|\/assets\/)/.test(link))).toEqual([]);
      expect(page.headers['set-cookie']).toBeUndefined();
      expect(page.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
      });
      expect(page.body).toContain('<meta name="robots" content="noindex, nofollow">');
    }
  });

  it('RSG-04: nothing that another link was told: not of a parent, not of the form before', async () => {
    const own = await linkFor('steady');
    await send(`${own.address}/1`, [['comment-medical-words', 'only mine']]);
    for (const questionnaire of ['parent-and-carer', 'steady']) {
      const other = await linkFor(questionnaire);
      expect((await get(`${other.address}/all`)).body).not.toContain('only mine');
    }
    expect((await get(`${own.address}/all`)).body).toContain('only mine');
  });

  it('what is typed and not sent is read by nobody here: in no history, of an auditor or a manager', async () => {
    const { address } = await linkFor('steady');
    await send(`${address}/1`, [['comment-medical-words', 'not yet sent']]);
    await forms.onward.opened.projecting.catchUp();
    for (const as of ['farid.auditor', 'ella.manager']) {
      const history = await forms.onward.get<{ items: { type: string }[] }>(
        `/api/v1/young-people/${forms.personId}/history?limit=500`,
        { as },
      );
      expect(history.body.items.map(({ type }) => type)).toContain('ReadinessDraftKept');
      expect(JSON.stringify(history.body)).not.toContain('not yet sent');
    }
  });

  it('who used it stands in the record of reading', async () => {
    const { address } = await linkFor('steady');
    await get(`${address}/1`);
    const views = await forms.onward.get<{ items: { actorId?: string }[] }>(
      `/api/v1/young-people/${forms.personId}/views`,
      {
        as: 'farid.auditor',
      },
    );
    expect(JSON.stringify(views.body)).toContain('own-form');
  });
});

describe('whose it is', () => {
  it('RSG-04: a parent answers their own, and never the child’s', async () => {
    const { address } = await linkFor('parent-and-carer');
    expect((await get(address)).body).toContain('Questions for you as a parent or carer');
    await send(`${address}/1`, [['answer-medical-words', 'help']]);
    await send(`${address}/send`, []);
    const sent = (await view()).submissions.filter(({ questionnaire }) => questionnaire === 'parent-and-carer');
    expect(sent).toMatchObject([{ voice: 'parent', how: 'own-device' }]);
  });

  it('TRN-42, AMB-19: on the 18th birthday a parent’s link opens nothing any more; the day before it does', async () => {
    const of = (await programmeOf('2008-12-10')).programmeId;
    const { address } = await linkFor('parent-and-carer', { of, until: '31 12 2026' });
    forms.onward.clock.set('2026-12-09T12:00:00.000Z');
    expect((await get(`${address}/1`)).statusCode).toBe(200);
    forms.onward.clock.set('2026-12-10T00:00:00.000Z');
    const grown = await get(`${address}/1`);
    expect([grown.statusCode, grown.body.includes('The young person is 18 now')]).toEqual([410, true]);
    const refused = await linkFor('parent-and-carer', { of, until: '31 12 2026' });
    expect([refused.page.statusCode, refused.address]).toEqual([422, '']);
  });

  it('RSG-12: no link for Hello before the adult said yes to it', async () => {
    const { page, address } = await linkFor('hello');
    expect([page.statusCode, address]).toEqual([422, '']);
    expect(page.body).toContain('RSG-12');
  });

  it('REC-12: of somebody who was forgotten it asks and keeps nothing any more', async () => {
    const { personId: gone, programmeId: of } = await programmeOf('2013-07-07');
    const { address } = await linkFor('steady', { of });
    await send(`${address}/1`, [['comment-medical-words', 'soon forgotten']]);
    const grant = { ground: 'erasure-granted', decision: 'RM-2026-0017', openCases: 'stop-with-it' };
    const forgotten = await forms.onward.post(`/api/v1/young-people/${gone}/forgetting`, grant, { as: 'gita.records' });
    expect(forgotten.status).toBe(200);
    const page = await get(`${address}/1`);
    expect([page.statusCode, page.body.includes('soon forgotten')]).toEqual([410, false]);
    const late = await send(`${address}/2`, [['comment-what-medicines-do', 'typed afterwards']]);
    expect(late.body).toContain('typed afterwards');
  });

  it('a caseworker and an auditor give no link away', async () => {
    for (const who of ['asha.caseworker', 'farid.auditor'])
      expect((await get(`/readiness/${forms.programmeId}/form-link`, await signedIn(who))).statusCode).toBe(403);
  });

  it('after a death it asks nobody anything any more', async () => {
    const { personId: died, programmeId: of } = await programmeOf('2013-03-03');
    const { address } = await linkFor('steady', { of });
    const death = await forms.onward.post(
      `/api/v1/young-people/${died}/death`,
      { on: '2026-11-24' },
      { as: 'ella.manager' },
    );
    expect(death.status).toBe(200);
    const page = await get(address);
    expect([page.statusCode, page.body.includes('This form is closed')]).toEqual([410, true]);
  });

  it('after a death a form that was sent is closed too, and nobody is said to read it now', async () => {
    const { personId: died, programmeId: of } = await programmeOf('2013-04-04');
    const { address } = await linkFor('steady', { of });
    await send(`${address}/1`, [['answer-medical-words', 'help']]);
    await send(`${address}/send`, []);
    expect((await get(address)).body).toContain('Your team at the clinic can read it now');
    const death = { on: '2026-11-25' };
    await forms.onward.post(`/api/v1/young-people/${died}/death`, death, { as: 'ella.manager' });
    const { body } = await get(address);
    expect(body).toContain('This form is closed');
    expect(body).not.toMatch(/can read it now|It was sent on/);
  });
});

describe('what was sent by it', () => {
  it('REC-11: taken back by the clinic, its link stays closed: nothing that was hidden by sending is shown again', async () => {
    const { programmeId: of } = await programmeOf('2013-09-09');
    const { address } = await linkFor('steady', { of });
    await send(`${address}/1`, [['comment-medical-words', 'hidden once sent']]);
    await send(`${address}/send`, []);
    const [submission] = (await view(of)).submissions;
    const back = { correctsEventId: submission?.['eventId'], reason: 'Another child answered it' };
    const taken = await forms.onward.post(`/api/v1/readiness/${of}/withdrawals`, back, { as: 'dev.nurse' });
    expect([taken.status, JSON.stringify(taken.body)]).toEqual([200, expect.any(String)]);
    for (const path of ['', '/1', '/all', '/check']) {
      const { statusCode, body } = await get(`${address}${path}`);
      expect([statusCode, body.includes('This form was sent, and taken back by the clinic')]).toEqual([410, true]);
      expect(body).not.toContain('hidden once sent');
    }
    const late = await send(`${address}/2`, [['comment-what-medicines-do', 'typed afterwards']]);
    expect([late.statusCode, late.body.includes('typed afterwards')]).toEqual([410, true]);
    expect((await send(`${address}/send`, [])).statusCode).toBe(410);
    expect((await view(of)).submissions).toEqual([]);
  });

  it('a wrong address behind a right link leads to the start, with what was typed', async () => {
    const { address } = await linkFor('steady');
    const asked = await get(`${address}/99`);
    expect([asked.statusCode, asked.body.includes(`href="${address}"`)]).toEqual([404, true]);
    expect(asked.body).not.toContain('does not open a form');
    const sent = await send(`${address}/99`, [['comment-medical-words', 'typed on it']]);
    expect([sent.statusCode, sent.body.includes('typed on it')]).toEqual([404, true]);
  });
});
