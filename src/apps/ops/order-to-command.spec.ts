// TRN-07, TRN-20: what an EHC plan tells of its person, from the start of the history and through every correction.
import { correctionFacts } from '../../kernel/corrections.js';
import { commandOf } from './order-to-command.js';
import { CommandRunner } from '../../engine/commands/command-runner.js';
import { whole } from '../cases.js';
import { policiesOf } from '../use-cases.js';
import { knownPlan } from '../../cases/ehc-plan/follow-ups/known-plan.js';
import { aDesk } from '../../engine/tasks/kit-for-tests.js';
import { carryOut } from '../../engine/use-cases/offers.js';
import { knowEhcPlan } from '../../cases/young-person/send-known.js';
import { youngPersonEvents } from '../../engine/person/domain/events.js';
import { ehcEvents as events } from '../../cases/ehc-plan/domain/events.js';
import { day } from '../../cases/ehc-plan/domain/history-for-tests.js';

const start = {
  personId: 'p1',
  authority: '882',
  rulePack: { pack: 'england-send-2014', version: 1 },
};
const issued = (on: string) => events.planIssued.fact(day(on), start);
const registered = youngPersonEvents.registered.fact(day('2025-02-03'), {
  givenName: 'Ada',
  familyName: 'Example',
  birthDate: day('2011-05-15'),
  sendStatus: 'none',
  responsible: 'estuary-camhs',
});

async function begun(...told: Parameters<ReturnType<typeof aDesk>['record']>[1][]) {
  const desk = aDesk();
  const policies = await policiesOf(whole);
  const runner = new CommandRunner(desk.journal);
  await desk.record('youngPerson-p1', registered);
  const ids = await desk.record('ehcPlan-plan1', ...told);
  const managers = desk.managing({
    managers: [knownPlan],
    carryOut: async (order) => {
      const command = commandOf(order, desk.clock.today());
      policies.require(command.constructor.name, command.context.actor);
      if (!(command instanceof knowEhcPlan.message)) throw new Error('That is no word to a person.');
      return carryOut(knowEhcPlan, command, [runner], desk.clock.today());
    },
  });
  // As a server that is new here: what is there already is told of, too.
  await managers.introduce();
  await managers.catchUp();
  const known = async () => {
    const found: unknown[] = [];
    for await (const page of desk.journal.read('youngPerson-p1'))
      for (const { type, occurredOn, data } of page)
        if (type.startsWith('EhcPlan')) found.push([type, occurredOn, data['because'] ?? data['planId']]);
    return found;
  };
  return { ...desk, ids, known, process: () => managers.catchUp() };
}

test('a plan that was issued before anybody looked, however long ago, is known on its person from its day', async () => {
  const { known, process } = await begun(issued('2019-05-01'));
  expect(await known()).toEqual([['EhcPlanKnown', '2019-05-01', 'plan1']]);
  await process();
  expect(await known()).toHaveLength(1);
});

test('a plan that was taken over is known from the day on which the other authority made it', async () => {
  const movedIn = events.planMovedIn.fact(day('2026-03-02'), {
    ...start,
    fromAuthority: '881',
    planMadeOn: day('2021-06-07'),
  });
  expect(await (await begun(movedIn)).known()).toEqual([['EhcPlanKnown', '2021-06-07', 'plan1']]);
});

test('with the end of the plan the person has none; when that end is withdrawn they have it again', async () => {
  const { record, process, known } = await begun(issued('2019-05-01'));
  const [ceasing = ''] = await record(
    'ehcPlan-plan1',
    events.ceased.fact(day('2026-06-01'), { ground: 'not-necessary' }),
  );
  await process();
  expect((await known()).at(-1)).toEqual(['EhcPlanGone', '2026-06-01', 'ended']);
  await record(
    'ehcPlan-plan1',
    correctionFacts.withdrawn.fact(day('2026-06-10'), { correctsEventId: ceasing, reason: 'r' }),
  );
  await process();
  expect((await known()).at(-1)).toEqual(['EhcPlanKnown', '2019-05-01', 'plan1']);
});

test('a plan that was recorded for the wrong child was never theirs', async () => {
  const { record, process, known, ids } = await begun(issued('2019-05-01'));
  const [correctsEventId = ''] = ids;
  await record('ehcPlan-plan1', correctionFacts.withdrawn.fact(day('2026-06-10'), { correctsEventId, reason: 'r' }));
  await process();
  expect((await known()).at(-1)).toEqual(['EhcPlanGone', '2019-05-01', 'withdrawn']);
});

test('a corrected day of the plan is told anew', async () => {
  const { record, process, known, ids } = await begun(issued('2019-05-01'));
  const [correctsEventId = ''] = ids;
  const correction = {
    correctsEventId,
    changes: [{ field: 'occurredOn', from: '2019-05-01', to: '2019-06-01' }],
    reason: 'r',
  };
  await record('ehcPlan-plan1', correctionFacts.corrected.fact(day('2026-06-10'), correction));
  await process();
  expect((await known()).at(-1)).toEqual(['EhcPlanKnown', '2019-06-01', 'plan1']);
});
