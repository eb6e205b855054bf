// What the area chose is read once for a whole look, and not at all to end a task.
import { areaSettingsId } from '../../settings/choices-then.js';
import { areaSettings } from '../../settings/domain/area-settings.js';
import { after, issued, personId, step } from '../../../cases/ehc-plan/domain/history-for-tests.js';
import { streamOf } from '../../../kernel/decider.js';
import { aFolder } from './workshop-for-tests.js';

let folder: ReturnType<typeof aFolder>;
beforeEach(() => (folder = aFolder()));
afterEach(() => folder.close());

test('three reminders are opened, and done when the decisions are sent: the settings are read once for each look', async () => {
  const here = folder.instance('2026-05-22');
  const history = [issued('2025-06-20')];
  const plans = ['a', 'b', 'c'].map((id) => `ehcPlan-${id}`);
  for (const plan of plans) await here.record(plan, personId, ...history);

  const settings = streamOf(areaSettings.category, areaSettingsId);
  const read = jest.spyOn(here.opened.foundations.journal, 'read');
  const readings = async (today: string): Promise<number> => {
    read.mockClear();
    await here.look(today);
    return read.mock.calls.filter(([stream]) => stream === settings).length;
  };
  // Each of the three tasks that it opens asks once more how many days there are.
  expect(await readings('2026-05-22')).toBe(1 + plans.length);
  expect(await readings('2026-05-22')).toBe(0);

  const decided = after(history, step.meeting('2026-05-22'), step.decision('2026-05-22', 'maintain')).slice(1);
  for (const plan of plans) await here.record(plan, personId, ...decided);
  expect(await readings('2026-05-22')).toBe(1);
  expect(here.tasks()).toEqual(plans.map(() => 'reminder review 2026-06-19 fact'));
});
