// Answering on one's own phone, without an account, or on paper: kept question by question, sent once, nothing typed lost (RSG-04, RSG-05).
import { boxOf, clinicOf, startOwnForms, type OwnForms } from './kit/own-form.js';
import { secretsIn } from './kit/visitor.js';

const now = '2026-11-25T09:00:00.000Z';
let forms: OwnForms;
beforeAll(async () => (forms = await startOwnForms(now)));
afterEach(() => forms.onward.clock.set(now));
afterAll(() => forms.onward.close());
const { get, linkFor, programmeOf, send, signedIn, view } = clinicOf(() => forms);

it('RSG-04: a nurse comes to it, and to what is typed in from paper, from the page of the programme; an auditor does not', async () => {
  const page = await get(`/readiness/${forms.programmeId}`, await signedIn('dev.nurse'));
  expect(page.body).toContain(`href="/readiness/${forms.programmeId}/form-link"`);
  expect(page.body).toContain(`href="/readiness/${forms.programmeId}/type-in"`);
  const audit = await get(`/readiness/${forms.programmeId}`, await signedIn('farid.auditor'));
  expect(audit.body).not.toMatch(/form-link|type-in/);
});

it('RSG-05: what was answered on paper is typed in on its own page, and said to be so', async () => {
  const dev = await signedIn('dev.nurse');
  const choose = await get(`/readiness/${forms.programmeId}/type-in`, dev);
  const href = `/readiness/${forms.programmeId}/type-in/getting-ready/1`;
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
  expect([sent.statusCode, sent.headers.location]).toEqual([303, `/readiness/${forms.programmeId}`]);
  expect((await view()).submissions).toContainEqual(
    expect.objectContaining({ questionnaire: 'getting-ready', how: 'paper', on: '2026-11-25', helpAsked: 1 }),
  );
  await forms.onward.opened.projecting.catchUp();
  expect((await get(`/readiness/${forms.programmeId}`, dev)).body).toMatch(/typed in by staff|paper/i);
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
    // The question on which they stopped was blank: it is not skipped.
    expect(elsewhere.body).toContain('Go on with question 2');
    expect(elsewhere.body).toContain('You have answered 1 of 17');
    const back = await send(`${address}/3`, [
      ['answer-taking-medicines', 'yes'],
      ['_to', 'back'],
    ]);
    expect(back.headers.location).toBe(`${address}/2`);
    const all = await get(`${address}/all`);
    expect(boxOf(all.body, 'medical-words')).toBe('So many');
    expect(all.body).toContain('value="yes" checked');
    const cleared = await send(`${address}/3`, [['answer-taking-medicines', '']]);
    expect(cleared.statusCode).toBe(303);
    expect((await get(`${address}/3`)).body).not.toContain('checked');
  });

  it('RSG-05: stopped on the first question, or among all of them, they come back to what is still blank', async () => {
    const { address } = await linkFor('steady');
    await send(`${address}/1`, [['_to', 'stop']]);
    expect((await get(address)).body).toMatch(/>Start</);
    await send(`${address}/all`, [
      ['answer-medical-words', 'yes'],
      ['answer-exercise', 'yes'],
      ['_to', 'stop'],
    ]);
    expect((await get(address)).body).toContain('Go on with question 2');
    await send(`${address}/2`, [
      ['answer-what-medicines-do', 'yes'],
      ['_to', 'stop'],
    ]);
    expect((await get(address)).body).toContain('Go on with question 3');
  });

  it('RSG-05: an empty form is sent once it was asked whether it is to be: blank stays an answer', async () => {
    const of = (await programmeOf('2012-03-04')).programmeId;
    const { address } = await linkFor('go', { of });
    const asked = await send(`${address}/send`, []);
    expect([asked.statusCode, asked.body.includes('You have not answered anything. Send it empty?')]).toEqual([
      200,
      true,
    ]);
    expect((await view(of)).submissions).toEqual([]);
    const sent = await send(`${address}/send`, [['_empty', 'yes']]);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, address]);
    expect((await view(of)).submissions).toMatchObject([{ questionnaire: 'go', helpAsked: 0, how: 'own-device' }]);
  });

  it('RSG-05: an emoji is one letter of what may be written, in the box and in what is kept', async () => {
    const of = (await programmeOf('2012-03-05')).programmeId;
    const { address } = await linkFor('steady', { of });
    const most = '😀'.repeat(2000);
    expect((await send(`${address}/1`, [['comment-medical-words', `${most}!`]])).statusCode).toBe(422);
    expect((await send(`${address}/1`, [['comment-medical-words', most]])).statusCode).toBe(303);
    expect((await get(`${address}/1`)).body).toContain('maxlength="4000"');
    expect((await send(`${address}/send`, [])).statusCode).toBe(303);
    expect(JSON.stringify((await view(of)).submissions)).toContain(most);
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
    forms.onward.clock.set('2026-11-26T09:00:00.000Z');
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
    expect(boxOf(page.body, 'medical-words')).toHaveLength(2001);
    expect(page.body).toContain('value="yes" checked');
  });

  it('RSG-04: after its time nothing is sent, and what was typed is kept; with more time the same link goes on with it', async () => {
    const { address } = await linkFor('go', { until: '25 11 2026' });
    await send(`${address}/1`, [['comment-knowing-my-condition', 'on the last day']]);
    forms.onward.clock.set('2026-11-25T23:59:00.000Z');
    expect((await get(address)).statusCode).toBe(200);
    forms.onward.clock.set('2026-11-26T00:01:00.000Z');
    const over = await get(address);
    expect(over.body).toContain('The time for this link is over');
    expect(over.body).not.toContain('on the last day');
    const typing = await send(`${address}/2`, [['comment-condition-as-an-adult', 'typed too late']]);
    expect(typing.body).toContain('What you wrote is kept, but not sent');
    expect((await send(`${address}/send`, [])).statusCode).toBe(410);
    const { linkId } = (await view()).links.find(
      ({ questionnaire, sentOn, validUntil }) => questionnaire === 'go' && !sentOn && validUntil === '2026-11-25',
    )!;
    const more = await forms.onward.post(
      `/api/v1/readiness/${forms.programmeId}/forms/${String(linkId)}/more-time`,
      { validUntil: '2026-12-01' },
      { as: 'dev.nurse' },
    );
    expect(more.status).toBe(200);
    const again = await get(`${address}/all`);
    expect(boxOf(again.body, 'knowing-my-condition')).toBe('on the last day');
    expect(boxOf(again.body, 'condition-as-an-adult')).toBe('typed too late');
  });

  it('RSG-04: a link that was taken back keeps nothing more, and shows what was typed just now', async () => {
    const { address } = await linkFor('getting-ready', { until: '24 12 2026' });
    const { linkId } = (await view()).links.find(({ questionnaire }) => questionnaire === 'getting-ready')!;
    await forms.onward.post(
      `/api/v1/readiness/${forms.programmeId}/forms/${String(linkId)}/withdrawal`,
      {},
      { as: 'dev.nurse' },
    );
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

describe('long answers', () => {
  it('RSG-05: every question answered as long as may be, in letters that take many places on the way, is kept and sent', async () => {
    const { address } = await linkFor('steady');
    const open = (await get(`${address}/all`)).body;
    const boxes = [...open.matchAll(/name="(comment-[^"]+)"/g)].map(([, name = '']) => name);
    expect(boxes).toHaveLength(17);
    const all = boxes.map((name, nth): [string, string] => [name, String.fromCodePoint(0x0995 + nth).repeat(2000)]);
    expect((await send(`${address}/all`, all)).headers.location).toBe(`${address}/check`);
    const kept = (await get(`${address}/all`)).body;
    for (const [name, text] of all) expect(boxOf(kept, name.replace('comment-', ''))).toBe(text);
    expect((await send(`${address}/send`, [])).headers.location).toBe(address);
  });

  it('RSG-05: what is longer than any form is refused on a page of the form’s own', async () => {
    const { address } = await linkFor('steady');
    const { statusCode, body, headers } = await send(`${address}/1`, [
      ['comment-medical-words', 'x'.repeat(3_000_000)],
    ]);
    expect([statusCode, body.includes('more than this form can keep')]).toEqual([413, true]);
    expect(body).not.toMatch(/onward-nav|href="\/(search|)"/);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  });
});

describe('a page that was open too long', () => {
  const sendPage = (address: string, page: string, changes: readonly (readonly [string, string])[]) => {
    const were = [...page.matchAll(/name="(shown-[^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    );
    const boxes = [...page.matchAll(/name="(comment-[^"]+)"[^>]*>([^<]*)<\/textarea>/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    );
    const ticks = [...page.matchAll(/name="(answer-[^"]+)" value="([^"]*)" checked/g)].map(
      ([, name = '', value = '']) => [name, value] as const,
    );
    const all = new Map([...were, ...boxes, ...ticks, ...changes]);
    return send(address, [...all] as [string, string][]);
  };

  it('RSG-04: takes nothing back that was written on another phone since', async () => {
    const { address } = await linkFor('steady');
    const open = (await get(`${address}/all`)).body;
    await send(`${address}/1`, [
      ['answer-medical-words', 'help'],
      ['comment-medical-words', 'from the other phone'],
    ]);
    const sent = await sendPage(`${address}/all`, open, [['comment-eating', 'from this one']]);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${address}/check`]);
    const now = (await get(`${address}/all`)).body;
    expect(boxOf(now, 'medical-words')).toBe('from the other phone');
    expect(boxOf(now, 'eating')).toBe('from this one');
    expect(now.match(/value="help" checked/g)).toHaveLength(1);
  });

  it('RSG-04: where both wrote, both are kept and it is said; the tick of the other is told, and can be changed', async () => {
    const { address } = await linkFor('steady');
    const open = (await get(`${address}/1`)).body;
    await send(`${address}/1`, [
      ['answer-medical-words', 'help'],
      ['comment-medical-words', 'theirs'],
    ]);
    const mine = [
      ['answer-medical-words', 'yes'],
      ['comment-medical-words', 'mine'],
    ] as const;
    const both = await sendPage(`${address}/1`, open, mine);
    expect(both.statusCode).toBe(409);
    expect(both.body).toContain('changed on another page or phone meanwhile');
    expect(both.body).toContain('“I would like help with this”');
    expect(boxOf(both.body, 'medical-words')).toBe('theirs\n\nmine');
    expect(both.body).toContain('value="yes" checked');
    const kept = (await get(`${address}/1`)).body;
    expect([boxOf(kept, 'medical-words'), kept.includes('value="help" checked')]).toEqual(['theirs\n\nmine', true]);
    expect((await sendPage(`${address}/1`, both.body, [])).statusCode).toBe(303);
    const chosen = (await get(`${address}/1`)).body;
    expect([boxOf(chosen, 'medical-words'), chosen.includes('value="yes" checked')]).toEqual(['theirs\n\nmine', true]);
  });

  it('RSG-04: too much together is said, nothing of either is lost, and what is made shorter is kept', async () => {
    const { address } = await linkFor('steady');
    const open = (await get(`${address}/1`)).body;
    await send(`${address}/1`, [['comment-medical-words', 'a'.repeat(1500)]]);
    const both = await sendPage(`${address}/1`, open, [['comment-medical-words', 'b'.repeat(1500)]]);
    expect([both.statusCode, both.body.includes('2000 letters or fewer')]).toEqual([422, true]);
    expect(boxOf(both.body, 'medical-words')).toHaveLength(3002);
    const shorter = await sendPage(`${address}/1`, both.body, [['comment-medical-words', 'a and b']]);
    expect(shorter.statusCode).toBe(303);
    expect(boxOf((await get(`${address}/1`)).body, 'medical-words')).toBe('a and b');
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
    forms.onward.post(
      '/api/v1/readiness/questionnaires',
      { file: JSON.stringify(text(label)) },
      { as: 'ella.manager' },
    );

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
    forms.onward.clock.set('2026-11-26T09:00:00.000Z');
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
