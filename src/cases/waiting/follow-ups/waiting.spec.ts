// WAIT-45, WAIT-47, WAIT-43: given a risk that grew, or a death that one list says, then somebody has it on their desk at once.
import type { Fact } from '../../../kernel/events.js';
import { aDesk } from '../../../engine/tasks/kit-for-tests.js';
import { waitEvents as events } from '../domain/events.js';
import { day, received } from '../waits-for-tests.js';

const contact = (on: string, riskChange: 'none' | 'lower' | 'higher' | 'not-asked') =>
  events.waitingWellContact.fact(day(on), {
    ...{ contact: 'check-in', to: 'young-person', channel: 'telephone', accessibleFormat: 'none-needed' },
    ...{ outcome: 'reached', riskChange, note: 'talks of self harm' },
  });
const escalated = events.escalated.fact(day('2026-06-15'), { urgency: 'urgent', concern: 'talks of self harm' });

/** The clock of the desk stands at 15 June 2026. */
async function after(pathway: 'CHS' | 'MH_CYP', ...facts: readonly Fact[]) {
  const desk = aDesk();
  const managers = desk.managing();
  await managers.introduce();
  await desk.record('wait-w1', received('2026-01-05', { pathway }));
  for (const fact of facts) {
    await desk.record('wait-w1', fact);
    await managers.catchUp();
  }
  const roles: unknown[] = [];
  for await (const page of desk.journal.readAll())
    for (const { type, data } of page) if (type === 'TaskOpened') roles.push(data['role']);
  return { tasks: await desk.tasks(), roles };
}

test.each([
  ['MH_CYP', 'camhs-clinician'],
  ['CHS', 'specialist-nurse'],
] as const)('WAIT-47: a higher risk in a wait of %s is a task for the %s at once', async (pathway, role) => {
  const { tasks, roles } = await after(pathway, contact('2026-06-15', 'higher'));
  expect(tasks).toEqual([{ kind: 'risk-higher', caseId: 'w1', due: '2026-06-16', closed: undefined }]);
  expect(roles).toEqual([role]);
});

test('WAIT-47: recorded two months late it is a task all the same, and counts from the day it was known', async () => {
  const { tasks } = await after('MH_CYP', contact('2026-04-01', 'higher'));
  expect(tasks).toMatchObject([{ kind: 'risk-higher', due: '2026-06-16', closed: undefined }]);
});

test.each(['none', 'lower', 'not-asked'] as const)('a risk that is said to be %s is no task', async (change) => {
  expect((await after('MH_CYP', contact('2026-06-15', change))).tasks).toEqual([]);
});

test('WAIT-47: it is done by an escalation, by being seen, or by a lower risk; not by a contact that did not ask', async () => {
  const seen = events.firstContactAttended.fact(day('2026-06-15'), { mode: 'video' });
  for (const answer of [escalated, seen, contact('2026-06-15', 'lower')])
    expect((await after('MH_CYP', contact('2026-06-14', 'higher'), answer)).tasks).toMatchObject([{ closed: 'fact' }]);
  const left = events.removedFromList.fact(day('2026-06-15'), { reason: 'declined' });
  for (const none of [contact('2026-06-15', 'not-asked'), contact('2026-06-15', 'none'), left])
    expect((await after('MH_CYP', contact('2026-06-14', 'higher'), none)).tasks).toMatchObject([{ closed: undefined }]);
});

test('WAIT-47: a risk that grows again after it was escalated is another task', async () => {
  const { tasks } = await after('MH_CYP', contact('2026-06-14', 'higher'), escalated, contact('2026-06-15', 'higher'));
  expect(tasks.map(({ closed }) => closed).sort()).toEqual(['fact', undefined]);
});

test('REC-11: taken off the list as died, however long ago, is a death to confirm; corrected to moved it is none', async () => {
  const died = events.removedFromList.fact(day('2024-03-01'), { reason: 'died' });
  const { tasks } = await after('CHS', died);
  expect(tasks).toEqual([{ kind: 'confirm-death', caseId: 'w1', due: '2026-06-16', closed: undefined }]);
  expect((await after('CHS', events.removedFromList.fact(day('2024-03-01'), { reason: 'moved' }))).tasks).toEqual([]);
});
