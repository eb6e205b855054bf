// The form on somebody's own phone, without an account: what its link opens, what it does not, and that nothing typed is ever lost (RSG-04, RSG-05).
import { startOnward, type TestOnward } from './kit/onward.js';
import { cookiesIn, secretsIn, visitorsOf } from './kit/visitor.js';

const now = '2026-11-25T09:00:00.000Z';
let onward: TestOnward;
let programmeId: string;
let personId: string;
beforeAll(async () => {
  onward = await startOnward(now);
  onward.opened.foundations.readSide.onWaiting(() => void onward.opened.projecting.catchUp());
  ({ personId, programmeId } = await programmeOf('2014-05-06'));
});
afterEach(() => onward.clock.set(now));
afterAll(() => onward.close());
const { get, send, signedIn } = visitorsOf(() => onward);

async function programmeOf(birthDate: string) {
  const person = { givenName: 'Robin', familyName: 'Example', birthDate };
  const { body } = await onward.post<{ id: string }>('/api/v1/young-people', person);
  const start = {
    personId: body.id,
    service: 'community-paediatrics',
    longTermCondition: true,
    likelyAdultServices: true,
  };
  const made = await onward.post<{ id: string }>(
    '/api/v1/readiness',
    { ...start, entersAt: 'steady' },
    { as: 'dev.nurse' },
  );
  expect(made.status).toBe(200);
  return { personId: body.id, programmeId: made.body.id };
}

/** As a nurse does it: by the page, which shows the link once. */
async function linkFor(questionnaire: string, { until = '30 11 2026', of = programmeId } = {}) {
  const dev = await signedIn('dev.nurse');
  const path = `/readiness/${of}/form-link`;
  const form = await get(path, dev);
  expect(form.statusCode).toBe(200);
  const [day = '', month = '', year = ''] = until.split(' ');
  const answers: [string, string][] = [
    ...secretsIn(form.body),
    ['questionnaire', questionnaire],
    ['validUntil-day', day],
    ['validUntil-month', month],
    ['validUntil-year', year],
  ];
  const page = await send(path, answers, dev, { host: 'onward.example' });
  const address = /http:\/\/onward\.example(\/own-form\/[\w-]{22})</.exec(page.body)?.[1] ?? '';
  return { page, address, again: () => send(path, answers, dev, { host: 'onward.example' }) };
}

const view = async (of = programmeId) =>
  (
    await onward.get<{ submissions: Record<string, unknown>[]; links: Record<string, unknown>[] }>(
      `/api/v1/readiness/${of}`,
      { as: 'dev.nurse' },
    )
  ).body;

const typed = (body: string, item: string): string =>
  new RegExp(`name="comment-${item}"[^>]*>([^<]*)</textarea>`).exec(body)?.[1] ?? '';

describe('the link', () => {
  it('RSG-04: is shown once, with a code for the camera; the same form sent again makes no second one and tells nothing', async () => {
    const { page, address, again } = await linkFor('steady');
    expect(page.statusCode).toBe(200);
    expect(address).not.toBe('');
    expect(page.body).toContain('aria-label="Code that opens the form"');
    const second = await again();
    expect(second.body).not.toContain('/own-form/');
    expect(second.body).toContain('shown only once');
  });

  it('its token is in no event, no list and no cookie', async () => {
    const { page, address } = await linkFor('steady');
    const token = address.split('/').at(-1)!;
    expect(cookiesIn(page.headers).join()).not.toContain(token);
    const { journal, readSide } = onward.opened.foundations;
    let all = '';
    for await (const events of journal.readAll())
      all += JSON.stringify(events.map(({ data, metadata }) => [data, metadata]));
    expect(all).not.toContain(token);
    expect(JSON.stringify(readSide.db.all('SELECT * FROM readiness_link'))).not.toContain(token);
  });

  it.each(['/own-form/AAAAAAAAAAAAAAAAAAAAAA', '/own-form/x', '/own-form/AAAAAAAAAAAAAAAAAAAAAA/1'])(
    '%s opens nothing, and says so without leading anywhere',
    async (path) => {
      const { statusCode, body } = await get(path);
      expect(statusCode).toBe(404);
      expect(body).toContain('This link does not open a form');
      expect(body.match(/href="[^"#]*"/g)?.filter((link) => !link.includes('/assets/'))).toEqual([]);
    },
  );

  it('whoever tries many is told to wait; a right link is let in all the same', async () => {
    const { address } = await linkFor('go');
    const answers: number[] = [];
    for (let n = 0; n < 40; n++) answers.push((await get(`/own-form/${String(n).padStart(22, 'B')}`)).statusCode);
    expect(answers.at(-1)).toBe(429);
    expect((await get(address)).statusCode).toBe(200);
    onward.clock.set('2026-11-25T09:05:00.000Z');
  });
});

it('RSG-04: a nurse comes to it, and to what is typed in from paper, from the page of the programme; an auditor does not', async () => {
  const page = await get(`/readiness/${programmeId}`, await signedIn('dev.nurse'));
  expect(page.body).toContain(`href="/readiness/${programmeId}/form-link"`);
  expect(page.body).toContain(`href="/readiness/${programmeId}/type-in"`);
  const audit = await get(`/readiness/${programmeId}`, await signedIn('farid.auditor'));
  expect(audit.body).not.toMatch(/form-link|type-in/);
});

it('RSG-05: what was answered on paper is typed in on its own page, and said to be so', async () => {
  const dev = await signedIn('dev.nurse');
  const choose = await get(`/readiness/${programmeId}/type-in`, dev);
  const href = `/readiness/${programmeId}/type-in/getting-ready/1`;
  expect(choose.body).toContain(`href="${href}"`);
  const form = await get(href, dev);
  const answers: [string, string][] = [
    ...secretsIn(form.body),
    ...[
      ['on-day', '25'],
      ['on-month', '11'],
      ['on-year', '2026'],
      ['answer-medical-words', 'help'],
      ['comment-eating', 'I like crisps'],
    ].map(([name = '', value = '']): [string, string] => [name, value]),
  ];
  const unsaid = await send(href, answers, dev);
  expect([unsaid.statusCode, unsaid.body.includes('Choose how they answered')]).toEqual([400, true]);
  expect(unsaid.body).toContain('I like crisps');
  const sent = await send(href, [...answers, ['how', 'paper']], dev);
  expect([sent.statusCode, sent.headers.location]).toEqual([303, `/readiness/${programmeId}`]);
  expect((await view()).submissions).toContainEqual(
    expect.objectContaining({ questionnaire: 'getting-ready', how: 'paper', on: '2026-11-25', helpAsked: 1 }),
  );
  await onward.opened.projecting.catchUp();
  expect((await get(`/readiness/${programmeId}`, dev)).body).toMatch(/typed in by staff|paper/i);
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
    await onward.opened.projecting.catchUp();
    for (const as of ['farid.auditor', 'ella.manager']) {
      const history = await onward.get<{ items: { type: string }[] }>(
        `/api/v1/young-people/${personId}/history?limit=500`,
        { as },
      );
      expect(history.body.items.map(({ type }) => type)).toContain('ReadinessDraftKept');
      expect(JSON.stringify(history.body)).not.toContain('not yet sent');
    }
  });

  it('who used it stands in the record of reading', async () => {
    const { address } = await linkFor('steady');
    await get(`${address}/1`);
    const views = await onward.get<{ items: { actorId?: string }[] }>(`/api/v1/young-people/${personId}/views`, {
      as: 'farid.auditor',
    });
    expect(JSON.stringify(views.body)).toContain('own-form');
  });
});

describe('answering', () => {
  it('RSG-05: question after question, each kept when the next is asked; stopped on one phone, gone on with on another', async () => {
    const { address } = await linkFor('steady');
    expect((await get(address)).body).toContain('17 questions');
    const one = await send(`${address}/1`, [
      ['answer-medical-words', 'help'],
      ['comment-medical-words', 'So many'],
    ]);
    expect([one.statusCode, one.headers.location]).toEqual([303, `${address}/2`]);
    const two = await send(`${address}/2`, [['_to', 'stop']]);
    expect(two.headers.location).toBe(`${address}?kept=yes`);
    const elsewhere = await get(address);
    expect(elsewhere.body).toContain('Go on with question 3');
    expect(elsewhere.body).toContain('You have answered 1 of 17');
    const back = await send(`${address}/3`, [
      ['answer-taking-medicines', 'yes'],
      ['_to', 'back'],
    ]);
    expect(back.headers.location).toBe(`${address}/2`);
    const all = await get(`${address}/all`);
    expect(typed(all.body, 'medical-words')).toBe('So many');
    expect(all.body).toContain('value="yes" checked');
    const cleared = await send(`${address}/3`, [['answer-taking-medicines', '']]);
    expect(cleared.statusCode).toBe(303);
    expect((await get(`${address}/3`)).body).not.toContain('checked');
  });

  it('RSG-05: sent once, whatever was left out; another phone sees when, and nothing else', async () => {
    const { address } = await linkFor('steady');
    await send(`${address}/all`, [
      ['answer-eating', 'help'],
      ['answer-exercise', 'not-applicable'],
      ['comment-seen-alone', 'Yes please'],
    ]);
    const check = await get(`${address}/check`);
    expect(check.body).toContain('I would like help with this');
    expect(check.body.match(/Left out/g)).toHaveLength(14);
    const sent = await send(`${address}/send`, []);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, address]);
    const submissions = (await view()).submissions.filter(({ how }) => how === 'own-device');
    expect(submissions).toHaveLength(1);
    expect(submissions[0]).toMatchObject({ voice: 'young-person', helpAsked: 1, version: 1 });
    onward.clock.set('2026-11-26T09:00:00.000Z');
    for (const path of ['', '/1', '/check']) {
      const other = await get(`${address}${path}`);
      expect(other.body).toContain('It was sent on 25 Nov 2026 at 9:00 am');
      expect(other.body).not.toContain('Yes please');
    }
    expect((await send(`${address}/send`, [])).statusCode).toBe(200);
    const late = await send(`${address}/1`, [['comment-medical-words', 'one thing more']]);
    expect(late.body).toContain('one thing more');
    expect((await view()).submissions.filter(({ how }) => how === 'own-device')).toHaveLength(1);
  });

  it('RSG-05: what cannot be kept stands on the page with what is wrong with it', async () => {
    const { address } = await linkFor('steady');
    const page = await send(`${address}/1`, [
      ['comment-medical-words', 'x'.repeat(2001)],
      ['answer-medical-words', 'yes'],
    ]);
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('2000 letters or fewer');
    expect(typed(page.body, 'medical-words')).toHaveLength(2001);
    expect(page.body).toContain('value="yes" checked');
  });

  it('RSG-04: after its time nothing is sent, and what was typed is kept; with more time the same link goes on with it', async () => {
    const { address } = await linkFor('go', { until: '25 11 2026' });
    await send(`${address}/1`, [['comment-knowing-my-condition', 'on the last day']]);
    onward.clock.set('2026-11-25T23:59:00.000Z');
    expect((await get(address)).statusCode).toBe(200);
    onward.clock.set('2026-11-26T00:01:00.000Z');
    const over = await get(address);
    expect(over.body).toContain('The time for this link is over');
    expect(over.body).not.toContain('on the last day');
    const typing = await send(`${address}/2`, [['comment-condition-as-an-adult', 'typed too late']]);
    expect(typing.body).toContain('What you wrote is kept, but not sent');
    expect((await send(`${address}/send`, [])).statusCode).toBe(410);
    const { linkId } = (await view()).links.find(
      ({ questionnaire, sentOn, validUntil }) => questionnaire === 'go' && !sentOn && validUntil === '2026-11-25',
    )!;
    const more = await onward.post(
      `/api/v1/readiness/${programmeId}/forms/${String(linkId)}/more-time`,
      { validUntil: '2026-12-01' },
      { as: 'dev.nurse' },
    );
    expect(more.status).toBe(200);
    const again = await get(`${address}/all`);
    expect(typed(again.body, 'knowing-my-condition')).toBe('on the last day');
    expect(typed(again.body, 'condition-as-an-adult')).toBe('typed too late');
  });

  it('RSG-04: a link that was taken back keeps nothing more, and shows what was typed just now', async () => {
    const { address } = await linkFor('getting-ready', { until: '24 12 2026' });
    const { linkId } = (await view()).links.find(({ questionnaire }) => questionnaire === 'getting-ready')!;
    await onward.post(`/api/v1/readiness/${programmeId}/forms/${String(linkId)}/withdrawal`, {}, { as: 'dev.nurse' });
    const page = await send(`${address}/1`, [['comment-medical-words', 'I had just typed this']]);
    expect(page.body).toContain('The clinic took this link back');
    expect(page.body).toContain('I had just typed this');
  });

  it('RSG-05: large letters and easy words stay through all pages, without a cookie', async () => {
    const { address } = await linkFor('steady');
    const easy = await get(`${address}/1?size=large&words=easy`);
    expect(easy.body).toContain('The words doctors use');
    expect(easy.body).toContain('onward-own--large');
    const next = await send(`${address}/1?size=large&words=easy`, []);
    expect(next.headers.location).toBe(`${address}/2?size=large&words=easy`);
  });
});

describe('a text that the site loads', () => {
  const text = (label: string) => ({
    id: 'go',
    title: `Go ${label}`,
    source: 'A made-up hospital',
    licence: 'A made-up licence',
    sections: [{ id: 'knowledge', title: 'Knowledge', items: [{ id: `topic-${label}`, label: `The ${label} topic` }] }],
  });
  const load = (label: string) =>
    onward.post('/api/v1/readiness/questionnaires', { file: JSON.stringify(text(label)) }, { as: 'ella.manager' });

  it('RSG-05: a link asks by the version it was given with, whatever is loaded meanwhile; each answer is read with its own', async () => {
    const { programmeId: of } = await programmeOf('2012-02-02');
    await load('first');
    const { address } = await linkFor('go', { of });
    await send(`${address}/1`, [['answer-topic-first', 'help']]);
    await load('second');
    expect((await get(`${address}/all`)).body).toContain('The first topic');
    const odd = await send(`${address}/1`, [['comment-topic-second', 'of another version']]);
    expect(odd.statusCode).toBe(303);
    await send(`${address}/send`, []);
    onward.clock.set('2026-11-26T09:00:00.000Z');
    const next = await linkFor('go', { of });
    expect((await get(`${next.address}/1`)).body).toContain('The second topic');
    await send(`${next.address}/1`, [['answer-topic-second', 'yes']]);
    await send(`${next.address}/send`, []);
    const { submissions } = await view(of);
    const said = submissions.map(({ version, answers }) => [
      version,
      (answers as { label: string; answer?: string }[]).filter(({ answer }) => answer),
    ]);
    expect(said).toEqual(
      expect.arrayContaining([
        [101, [expect.objectContaining({ label: 'The first topic', answer: 'help' })]],
        [102, [expect.objectContaining({ label: 'The second topic', answer: 'yes' })]],
      ]),
    );
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
    onward.clock.set('2026-12-09T12:00:00.000Z');
    expect((await get(`${address}/1`)).statusCode).toBe(200);
    onward.clock.set('2026-12-10T00:00:00.000Z');
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
    const forgotten = await onward.post(`/api/v1/young-people/${gone}/forgetting`, grant, { as: 'gita.records' });
    expect(forgotten.status).toBe(200);
    const page = await get(`${address}/1`);
    expect([page.statusCode, page.body.includes('soon forgotten')]).toEqual([410, false]);
    const late = await send(`${address}/2`, [['comment-what-medicines-do', 'typed afterwards']]);
    expect(late.body).toContain('typed afterwards');
  });

  it('a caseworker and an auditor give no link away', async () => {
    for (const who of ['asha.caseworker', 'farid.auditor'])
      expect((await get(`/readiness/${programmeId}/form-link`, await signedIn(who))).statusCode).toBe(403);
  });

  it('after a death it asks nobody anything any more', async () => {
    const { personId: died, programmeId: of } = await programmeOf('2013-03-03');
    const { address } = await linkFor('steady', { of });
    const death = await onward.post(`/api/v1/young-people/${died}/death`, { on: '2026-11-24' }, { as: 'ella.manager' });
    expect(death.status).toBe(200);
    const page = await get(address);
    expect([page.statusCode, page.body.includes('This form is closed')]).toEqual([410, true]);
  });
});
