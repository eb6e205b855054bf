// The agenda page by page: everybody once, and no page tells who has no name on it.
import fc from 'fast-check';
import { addDays, civilDate } from '../../../kernel/calendar/index.js';
import { transitionEvents as events } from '../domain/events.js';
import { adults, day, opened } from '../domain/transitions-for-tests.js';
import { database, project, type Person } from '../project-for-tests.js';
import { agendaOn, type Agenda } from './agenda.js';
import type { AgendaPlace } from './agenda-rows.js';

const today = civilDate('2026-06-01');
const onDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays(civilDate('2024-06-01'), days));

const life = fc.record({
  birthDate: fc.integer({ min: 0, max: 1500 }).map((days) => addDays(civilDate('2005-06-01'), days)),
  consent: fc.option(fc.record({ from: onDay, until: fc.option(onDay, { nil: undefined }) }), { nil: undefined }),
  discussed: fc.array(onDay, { maxLength: 2 }),
  closedOn: fc.option(onDay, { nil: undefined, freq: 3 }),
});
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

function written(lives: readonly Life[]) {
  const people = lives.map(({ birthDate, consent }, nth): Person => {
    return { id: `p${nth}`, name: `Name${nth}`, birthDate, consent: consent && { to: adults, ...consent } };
  });
  const db = database(...people);
  lives.forEach(({ discussed, closedOn }, nth) => {
    const start = opened('a');
    const meetings = discussed.map((on, at) =>
      events.interfaceDiscussed.fact(on, {
        meetingId: `m${nth}-${at}`,
        manner: 'named',
        recipients: [adults],
        consentEventIds: [],
      }),
    );
    const closed = closedOn ? [events.camhsClosed.fact(closedOn, { destination: 'PROGRESSIONS' })] : [];
    const fact = { ...start, occurredOn: day('2024-01-01'), data: { ...start.data, personId: `p${nth}` } };
    project(db, `case-${nth}`, fact, ...meetings, ...closed);
  });
  return db;
}

function pagesOf(db: ReturnType<typeof written>, on: string, limit: number): Agenda[] {
  const pages: Agenda[] = [];
  for (let place: AgendaPlace | undefined; ;) {
    const page = agendaOn(db, { on: day(on), today, recipient: adults }, limit, place);
    pages.push(page);
    place = page.next;
    if (!place) return pages;
  }
}

test.each(['2026-06-01', '2025-09-01'])('TRN-44: on %s page after page has everybody of the agenda once', (on) => {
  fc.assert(
    fc.property(fc.array(life, { minLength: 1, maxLength: 14 }), fc.integer({ min: 1, max: 5 }), (lives, limit) => {
      const db = written(lives);
      const [whole] = pagesOf(db, on, 500);
      const pages = pagesOf(db, on, limit);
      expect(pages.flatMap(({ named }) => named)).toEqual(whole?.named);
      const all = (anonymised: Agenda['anonymised']) => anonymised.map((one) => JSON.stringify(one)).sort();
      expect(all(pages.flatMap(({ anonymised }) => anonymised))).toEqual(all(whole?.anonymised ?? []));
      const sizes = pages.map(({ named, anonymised }) => named.length + anonymised.length);
      expect(sizes.slice(0, -1).every((size) => size === limit)).toBe(true);
      // Counted without the rows that pages go by.
      const sql =
        'SELECT count(*) AS n FROM transition_case WHERE opened_on <= ?1 AND open_until > ?1 AND gate_17 <= ?1';
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(db.get<{ n: number }>(sql, on)?.n);
      let before = 0;
      for (const page of pages) {
        expect(page.anonymousBefore).toBe(before);
        before += page.anonymised.length;
      }
      db.database.close();
    }),
    { numRuns: 40 },
  );
});

test('TRN-44: where a page without names ends is told by a lot, not by the number of a case or a day of birth', () => {
  const lives = Array.from({ length: 5 }, (): Life => ({
    birthDate: day('2008-05-15'),
    consent: undefined,
    discussed: [],
    closedOn: undefined,
  }));
  for (const { next } of pagesOf(written(lives), '2026-06-01', 2))
    expect(JSON.stringify(next ?? [])).not.toMatch(/case-|2008|2026|p\d/);
});

test('whoever was discussed longest ago comes first', () => {
  const lives = ['2026-01-10', undefined, '2025-11-10'].map((discussed, nth): Life => ({
    birthDate: day(`2008-0${nth + 1}-15`),
    consent: { from: day('2025-01-01'), until: undefined },
    discussed: discussed === undefined ? [] : [day(discussed)],
    closedOn: undefined,
  }));
  const [page] = pagesOf(written(lives), '2026-06-01', 10);
  expect(page?.named.map(({ name }) => name)).toEqual(['Name1 Person', 'Name2 Person', 'Name0 Person']);
});
