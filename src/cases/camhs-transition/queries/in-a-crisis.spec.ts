// Whom to call, in words: never a service that does not know the young person, and never a number that nobody set.
import { answerTo } from '../../../engine/use-cases/offers.js';
import { destinations } from '../domain/destinations.js';
import { transitionEvents as events, type TransitionFact } from '../domain/events.js';
import { day, opened } from '../domain/transitions-for-tests.js';
import type { Clock } from '../../../kernel/clock.js';
import type { ReadSide } from '../../../engine/processing/read-side.js';
import { database, project } from '../project-for-tests.js';
import { inACrisis, leadName } from './in-a-crisis.js';
import { viewCase } from './view-case.js';
import { viewHandOver } from './view-hand-over.js';
import { getWhoLeads } from './who-leads.js';

const line = { name: 'First response', phone: '0800 000 0000' };

test('TRN-01a: where nobody leads here it is the crisis line of the area and the GP, and said to be not set where it is not', () => {
  expect(inACrisis('nobody', line)).toBe('First response, 0800 000 0000, or their GP');
  expect(inACrisis('nobody', undefined)).toBe(
    'The crisis line of the area (its number is not set in Onward), or their GP',
  );
});

test.each(destinations.filter(({ onward }) => onward))(
  'TRN-01a: $code is called by its own name',
  ({ code, label, kind }) => {
    expect(leadName(code)).toBe(label);
    const beside = kind === 'adult-mental-health' ? '' : ', or First response, 0800 000 0000';
    expect(inACrisis(code, line)).toBe(`${label}${beside}`);
  },
);

/** What the identity bar, the page of the case and the hand-over page say on a day. */
async function said(on: string, facts: readonly TransitionFact[], diedOn?: string) {
  const db = project(database({ id: 'p1', birthDate: '2008-05-15', diedOn }), 't1', opened(), ...facts);
  const given = [{ db } as ReadSide, { today: () => day(on) } as Clock, { crisisLine: line }] as const;
  const asked = { actor: { id: 'c', role: 'camhs-clinician', organisation: 'estuary-camhs' }, asOf: day(on) };
  const bar = await answerTo(getWhoLeads, getWhoLeads.of({ personId: 'p1' }, {}, asked), given);
  for (const view of [viewCase(db, 't1', day(on), line), viewHandOver(db, 't1', day(on), line)])
    expect([view.leadServiceName, view.inACrisis]).toEqual([bar.leadServiceName, bar.inACrisis]);
  return [bar.leadServiceName, bar.inACrisis];
}

const closed = (date: string, destination: string) => events.camhsClosed.fact(day(date), { destination });

describe('TRN-01a: the identity bar and both pages', () => {
  test.each(['MOVED_AWAY', 'NO_ONWARD_SERVICE_GOALS_MET', 'DECLINED_OR_DISENGAGED'])(
    'after a closure as %s',
    async (to) => {
      expect(await said('2026-05-14', [closed('2026-05-15', to)])).toEqual(['CAMHS', 'CAMHS']);
      const nobody = ['No service here', 'First response, 0800 000 0000, or their GP'];
      expect(await said('2026-05-15', [closed('2026-05-15', to)])).toEqual(nobody);
    },
  );

  test('after a death there is nobody to call for, whichever record says it', async () => {
    expect(await said('2026-05-16', [closed('2026-05-15', 'DIED')])).toEqual(['No service here', undefined]);
    expect(await said('2026-05-14', [], '2026-05-15')).toEqual(['CAMHS', 'CAMHS']);
    expect(await said('2026-05-15', [], '2026-05-15')).toEqual(['No service here', undefined]);
  });

  test('for somebody whom the adult service has discharged: CAMHS while it has the case, and after the closure nobody here', async () => {
    const openedThere = events.receivingServiceOpened.fact(day('2026-05-01'), { service: 'ADULT_LD', reference: 'r' });
    const letGo = events.adultDischarged.fact(day('2026-08-03'), { reason: 'needs-met', everAttended: true });
    expect(await said('2026-08-02', [openedThere, letGo])).toEqual(Array(2).fill('Adult learning disability service'));
    expect(await said('2026-08-03', [openedThere, letGo])).toEqual(['CAMHS', 'CAMHS']);
    const after = [openedThere, closed('2026-05-15', 'ADULT_LD'), letGo];
    expect(await said('2026-08-03', after)).toEqual(['No service here', 'First response, 0800 000 0000, or their GP']);
  });
});
