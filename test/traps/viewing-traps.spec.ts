// Trap 12: a page shows a person and nobody knows that it did. Every page and every question is asked, over both stores (docs/traps.md).
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fillDemoArea } from '../../src/apps/demo/fill-demo-area.js';
import { Dispatcher } from '../../src/engine/access/dispatcher.js';
import { parseStream } from '../../src/kernel/decider.js';
import { correlationFrom, idFrom } from '../../src/kernel/ids.js';
import { openDatabase } from '../../src/store/sqlite-files/open-database.js';
import { everyPage } from '../journeys/pages.js';
import type { Journeys } from '../journeys/kit.js';
import { everyQuestion, roles } from '../kit/every-question.js';
import { startOnward, temporaryData, type TestOnward } from '../kit/onward.js';
import { storeKinds, trapped, type Trapped } from './stores.js';

jest.setTimeout(300_000);

const source = join(__dirname, '..', '..', 'src');
/** Every question that there is, by its class. */
const questions = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?<!\.spec)\.ts$/.test(name))
  .flatMap((name) => [...readFileSync(join(source, name), 'utf8').matchAll(/class (\w+) extends OnwardQuery/g)])
  .map(([, name = '']) => name)
  .sort();

interface Noted {
  readonly query: string;
  readonly actor: string;
  readonly subject: string;
}

describe.each(storeKinds)('on %s', (kind) => {
  let trap: Trapped;
  let onward: TestOnward;
  /** Whose it is, by any word that gives them away: the id of the person or of a case, or the whole name. */
  const whose = new Map<string, string>();
  const viewsFile = () => join(onward.settings.data, 'views.sqlite');
  beforeAll(async () => {
    trap = await trapped(kind);
    onward = await startOnward('2026-11-25T09:00:00.000Z', temporaryData(), trap.settings);
    const { stores, foundations, projecting } = onward.opened;
    await fillDemoArea(stores, onward.clock.today(), foundations.log);
    await projecting.catchUp();
    const { db } = foundations.readSide;
    const people = db.all<{ id: string; name: string }>(
      "SELECT id, given_name || ' ' || family_name AS name FROM young_person",
    );
    const namesakes = new Set(people.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) !== at));
    for (const { id, name } of people) {
      whose.set(id, id);
      if (!namesakes.has(name)) whose.set(name, id);
    }
    for (const { person, stream } of db.all<{ person: string; stream: string }>(
      'SELECT person_id AS person, stream FROM person_stream',
    ))
      whose.set(parseStream(stream).id, person);
  });
  afterAll(async () => {
    await onward.close();
    await trap.close();
  });

  let looks = 0;
  /** The questions that were answered. */
  const asked = new Set<string>();
  /** Asks, and answers whom the answer shows beside what was noted of it. */
  async function look(url: string, as: string, accept: string) {
    const correlation = idFrom('look', ++looks);
    const ask = jest.spyOn(onward.app.get(Dispatcher), 'ask');
    const headers = { accept, authorization: `Bearer demo-${as}`, 'x-correlation-id': correlation };
    const { statusCode, body } = await onward.app.inject({ method: 'GET', url, headers });
    if (statusCode === 200) for (const [question] of ask.mock.calls) asked.add(question.constructor.name);
    ask.mockRestore();
    onward.opened.foundations.views.flush();
    const db = openDatabase(viewsFile(), { readOnly: true });
    const noted = db
      .prepare('SELECT query, actor, subject FROM view JOIN shown ON view.id = shown.view WHERE correlation = ?')
      .all(correlation) as unknown as Noted[];
    db.close();
    const shown = new Set<string>();
    const text = body.replaceAll('&#39;', "'");
    for (const [word, person] of whose) if (text.includes(word)) shown.add(person);
    const known = new Set(noted.map(({ subject }) => whose.get(subject)));
    const unnoted = [...shown].filter((person) => !known.has(person));
    return { statusCode, shown, unnoted, noted };
  }

  it('trap 12: whoever is on a page, it is written down that they were shown, and to whom', async () => {
    const missing: object[] = [];
    let seen = 0;
    for (const { name, who, path } of await everyPage({ onward } as unknown as Journeys)) {
      if (who === undefined) continue;
      const { statusCode, shown, unnoted, noted } = await look(path, who, 'text/html');
      if (statusCode !== 200) continue;
      seen += shown.size;
      expect(new Set(noted.map(({ actor }) => actor)).size).toBeLessThanOrEqual(1);
      if (unnoted.length > 0) missing.push({ name, unnoted: unnoted.length, of: shown.size });
    }
    expect(missing).toEqual([]);
    expect(seen).toBeGreaterThan(200);
  });

  it('trap 12: so it is for every question of the API; there is none that is not asked here', async () => {
    const missing: object[] = [];
    for (const { template, path } of await everyQuestion(onward)) {
      for (const as of roles) {
        const { statusCode, shown, unnoted } = await look(path, as, 'application/json');
        if (statusCode !== 200) continue;
        if (unnoted.length > 0) missing.push({ template, unnoted: unnoted.length, of: shown.size });
        break;
      }
    }
    expect(missing).toEqual([]);
    expect(questions.filter((name) => !asked.has(name))).toEqual([]);
  });

  it('trap 12: what a sender writes beside a question, or into its address, is not written down', async () => {
    const name = 'about Ada Quillfeather';
    const headers = { authorization: 'Bearer demo-asha.caseworker', 'x-correlation-id': name };
    const personId = String(onward.opened.foundations.readSide.db.get('SELECT person_id AS id FROM ehc_plan')?.['id']);
    for (const url of [`/api/v1/young-people/${personId}`, `/api/v1/ehc-plans?personId=${encodeURIComponent(name)}`])
      await onward.app.inject({ method: 'GET', url, headers });
    onward.opened.foundations.views.flush();
    const views = openDatabase(viewsFile(), { readOnly: true });
    const told = JSON.stringify([
      views.prepare('SELECT * FROM view').all(),
      views.prepare('SELECT subject FROM shown').all(),
    ]);
    views.close();
    expect([told.includes(correlationFrom(name)), told.includes('Quillfeather')]).toEqual([true, false]);
  });

  it('trap 12: a look at a case is a look at its person, and the looks go on from page to page', async () => {
    const { db } = onward.opened.foundations.readSide;
    const plan = db.get<{ id: string; personId: string }>(
      'SELECT id, person_id AS personId FROM ehc_plan ORDER BY id DESC',
    );
    const looks = [idFrom('at-the-plan'), idFrom('at-the-person')];
    const urls = [`/api/v1/ehc-plans/${plan?.id}/facts`, `/api/v1/young-people/${plan?.personId}`];
    for (const [at, url] of urls.entries())
      expect((await onward.get(url, { headers: { 'x-correlation-id': looks[at] ?? '' } })).status).toBe(200);
    const told: (string | undefined)[] = [];
    for (let cursor = ''; told.length < 2;) {
      const { items, next } = (
        await onward.get<{ items: { correlationId?: string }[]; next?: string }>(
          `/api/v1/young-people/${plan?.personId}/views?limit=1${cursor}`,
          { as: 'gita.records' },
        )
      ).body;
      // Whoever reads this record is written down as well.
      told.push(...items.map(({ correlationId }) => correlationId).filter((id) => looks.includes(id ?? '')));
      expect(next).toBeDefined();
      cursor = `&cursor=${next}`;
    }
    expect(told).toEqual([...looks].reverse());
  });

  it('trap 12: who looked is told to those who answer for the record, and to nobody else', async () => {
    const personId = String(onward.opened.foundations.readSide.db.get('SELECT person_id AS id FROM ehc_plan')?.['id']);
    const url = `/api/v1/young-people/${personId}`;
    const oneLook = idFrom('one-look');
    await onward.get(url, { headers: { 'x-correlation-id': oneLook } });
    const views = (as: string) => onward.get<{ items: object[] }>(`${url}/views?limit=1`, { as });
    expect((await views('gita.records')).body.items).toEqual([
      {
        at: '2026-11-25T09:00:00.000Z',
        actor: { id: 'asha.caseworker', role: 'send-caseworker', organisation: 'seaborough-council' },
        query: 'GetYoungPerson',
        correlationId: oneLook,
        shown: 1,
      },
    ]);
    for (const as of ['gita.records', 'farid.auditor']) {
      const headers = { accept: 'text/html', authorization: `Bearer demo-${as}` };
      const page = await onward.app.inject({ method: 'GET', url: `/people/${personId}/views`, headers });
      expect([as, page.statusCode, page.body.includes('Asha Bright')]).toEqual([as, 200, true]);
    }
    for (const as of ['asha.caseworker', 'ella.manager', 'ben.clinician'])
      expect([as, (await views(as)).status]).toEqual([as, 403]);
  });

  it('trap 12: what cannot be written down is not shown, and nothing that was shown is missing afterwards', async () => {
    const url = '/api/v1/ehc-plans/worklist';
    const count = () => {
      const db = openDatabase(viewsFile(), { readOnly: true });
      const row = db.prepare('SELECT count(*) AS n FROM view').get() as { n: number };
      db.close();
      return row.n;
    };
    onward.opened.foundations.views.flush();
    const before = count();
    const change = (sql: string) => {
      const db = openDatabase(viewsFile());
      db.exec(sql);
      db.close();
    };
    change('ALTER TABLE view RENAME TO away');
    expect((await onward.get(url)).status).toBe(200);
    await new Promise((turn) => setImmediate(turn));
    const refused = await onward.get(url);
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      503,
      expect.stringContaining('no personal record is shown'),
    ]);
    expect((await onward.get('/api/v1/ehc-plans/officers')).status).toBe(200);
    change('ALTER TABLE away RENAME TO view');
    expect((await onward.get(url)).status).toBe(200);
    onward.opened.foundations.views.flush();
    expect(count()).toBe(before + 2);
    expect(() => change('DELETE FROM view')).toThrow('what was noted stays');
    expect(statSync(viewsFile()).mode & 0o777).toBe(0o600);
  });
});
