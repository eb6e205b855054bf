// Who is on the way to adult services: nobody is left out because nobody has chosen where to (TRN-01, TRN-33).
import type { Actor } from '../../../kernel/envelope.js';
import { shownHandOverRow } from '../adult-pages/shown-hand-over.js';
import type { TransitionFact } from '../domain/events.js';
import { transitionEvents as events } from '../domain/events.js';
import { day, opened } from '../domain/transitions-for-tests.js';
import { database, project } from '../project-for-tests.js';
import { handOversOn } from './list-hand-overs.js';

const camhs: Actor = { id: 'c', role: 'camhs-clinician', organisation: 'estuary-camhs' };
const referred = events.referred.fact(day('2026-01-12'), { destination: 'PROGRESSIONS', consentEventIds: [] });
const refused = events.referralRefused.fact(day('2026-02-02'), { destination: 'PROGRESSIONS', reason: 'r' });
const offered = events.itemOffered.fact(day('2026-01-12'), { itemId: 'i1', kind: 'medication' });
const closed = events.camhsClosed.fact(day('2026-03-02'), { destination: 'DECLINED_OR_DISENGAGED' });

function listedOn(asOf: string, ...facts: readonly TransitionFact[]): string[] {
  const db = project(database({ id: 'p1', name: 'Named', birthDate: '2008-05-15' }), 't1', opened(), ...facts);
  const { items } = handOversOn(db, { actor: camhs, asOf: day(asOf), today: day('2026-06-01') }, {});
  return items.map((line) => shownHandOverRow(line).destination);
}

test.each([
  ['2026-01-11', []],
  ['2026-01-12', ['Referred to Progressions; no service is chosen']],
])('a referral without a chosen destination, as of %s: %j', (asOf, rows) =>
  expect(listedOn(asOf, referred)).toEqual(rows),
);

test('items offered before anybody chose where to', () =>
  expect([listedOn('2026-01-11', offered), listedOn('2026-01-12', offered)]).toEqual([[], ['No service is chosen']]));

test('TRN-33: whom a service refused has nowhere to go, and is on the list until somewhere is chosen', () => {
  const chosen = events.receivingServiceChosen.fact(day('2026-02-09'), { destination: 'ADULT_LD' });
  const on = (asOf: string) => listedOn(asOf, referred, refused, chosen);
  expect(on('2026-02-08')).toEqual(['No service is chosen']);
  expect(on('2026-02-09')).toEqual([expect.not.stringContaining('no service')]);
});

test('closed without a receiver nobody is on the way', () =>
  expect([listedOn('2026-03-01', referred, closed).length, listedOn('2026-03-02', referred, closed)]).toEqual([1, []]));
