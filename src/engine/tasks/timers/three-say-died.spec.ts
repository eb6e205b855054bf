// Which records say that somebody died: each makes the same task, for whoever keeps that record (REC-11).
import { ehcEvents } from '../../../cases/ehc-plan/domain/events.js';
import { day, issued } from '../../../cases/ehc-plan/domain/history-for-tests.js';
import type { Fact } from '../../../kernel/events.js';
import { transitionEvents } from '../../../cases/camhs-transition/domain/events.js';
import { opened } from '../../../cases/camhs-transition/domain/transitions-for-tests.js';
import { waitEvents } from '../../../cases/waiting/domain/events.js';
import { received } from '../../../cases/waiting/waits-for-tests.js';
import { aDesk } from '../kit-for-tests.js';

/** The clock of the desk stands at 15 June 2026. */
async function after(stream: string, ...facts: readonly Fact[]) {
  const desk = aDesk();
  const managers = desk.managing();
  await managers.introduce();
  const ids = await desk.record(stream, ...facts);
  await managers.catchUp();
  const roles: unknown[] = [];
  for await (const page of desk.journal.readAll())
    for (const { type, data } of page) if (type === 'TaskOpened') roles.push(data['role']);
  const kinds = async () => (await desk.tasks()).map(({ kind, due, closed }) => [kind, due, closed]);
  const more = async (...later: readonly Fact[]) => {
    await desk.record(stream, ...later);
    await managers.catchUp();
  };
  return { ids, kinds, roles, more };
}

const ceased = (ground: 'deceased' | 'moved-out') => ehcEvents.ceased.fact(day('2024-05-01'), { ground });
const closed = (destination: string) => transitionEvents.camhsClosed.fact(day('2024-05-01'), { destination });
const chosen = (destination: string) =>
  transitionEvents.receivingServiceChosen.fact(day('2024-05-01'), { destination });
const discharged = (reason: 'died' | 'moved') =>
  transitionEvents.adultDischarged.fact(day('2024-05-01'), { reason, everAttended: false });
const removed = (reason: 'died' | 'moved') => waitEvents.removedFromList.fact(day('2024-05-01'), { reason });

const aPlan = ['ehcPlan-plan1', issued('2023-03-15')] as const;
const aTransition = ['transition-t1', opened('a', { referredOn: '2023-01-02' })] as const;
const aWait = ['wait-w1', received('2023-01-05', { pathway: 'MH_CYP' })] as const;

test.each([
  ['a plan ceased as deceased', 'send-caseworker', aPlan, ceased('deceased')],
  ['a case closed to CAMHS as died', 'camhs-clinician', aTransition, closed('DIED')],
  ['a discharge from the adult service as died', 'camhs-clinician', aTransition, discharged('died')],
  ['“Died” chosen as the destination of a case', 'camhs-clinician', aTransition, chosen('DIED')],
  [
    'a decision to cease a plan upon death',
    'send-caseworker',
    aPlan,
    ehcEvents.ceaseDecided.fact(day('2024-05-01'), { ceaseId: 'c1', ground: 'deceased', appealRightsGiven: true }),
  ],
  ['a wait removed as died', 'camhs-clinician', aWait, removed('died')],
] as const)('REC-11: %s, two years ago, is a task for the %s at once', async (_, role, [stream, begun], said) => {
  const { kinds, roles } = await after(stream, begun, said);
  expect(await kinds()).toEqual([['confirm-death', '2026-06-16', undefined]]);
  expect(roles).toEqual([role]);
});

test('REC-11: another destination chosen since takes the question back; a closure as died keeps it', async () => {
  const { kinds, more } = await after(...aTransition, chosen('DIED'));
  await more(chosen('PRIMARY_CARE_GP'));
  expect(await kinds()).toEqual([['confirm-death', '2026-06-16', 'cause-withdrawn']]);
  await more(closed('DIED'), chosen('PRIMARY_CARE_GP'));
  expect(await kinds()).toEqual([['confirm-death', '2026-06-16', undefined]]);
});

test.each([
  ['a plan ceased as moved out', aPlan, ceased('moved-out')],
  ['a case closed to CAMHS as moved', aTransition, closed('MOVED')],
  ['a discharge from the adult service as moved', aTransition, discharged('moved')],
  ['a wait removed as moved', aWait, removed('moved')],
] as const)('%s is no death to confirm', async (_, [stream, begun], said) => {
  const { kinds } = await after(stream, begun, said);
  expect((await kinds()).filter(([kind]) => kind === 'confirm-death')).toEqual([]);
});
