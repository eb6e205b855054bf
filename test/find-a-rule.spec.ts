// A stranger finds a rule by its ID: where it is reckoned, decided, shown and tested.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const root = `${__dirname}/..`;
const places = async (id: string) =>
  (await promisify(execFile)(process.execPath, ['scripts/rule.mjs', id], { cwd: root })).stdout;
const under = (told: string, heading: string) => told.split('\n\n').find((part) => part.startsWith(heading)) ?? '';

it('EHC-22: the pack that reckons it, the decision, the page, and tests with it in their name', async () => {
  const told = await places('EHC-22');
  expect(under(told, 'Reckoned')).toContain('src/rules/packs/england-send-2014.json');
  expect(under(told, 'Decided')).toContain('src/cases/ehc-plan/decision-notice.ts');
  expect(under(told, 'Shown')).toContain('src/cases/ehc-plan/pages/review-steps.ts');
  expect(under(told, 'Tested')).toContain('src/cases/ehc-plan/domain/facts.spec.ts');
});

it.each(['TRN-B2.2', 'TRN-01a', 'R14', 'RSG-E1'])(
  '%s, an ID of another shape, is found as it is written',
  async (id) => {
    expect(under(await places(id), 'Tested')).toContain(id);
  },
);

it('an ID with a point is not found in a longer one', async () => {
  expect(await places('TRN-A1.1')).not.toMatch(/TRN-A1\.1\d/);
});

it('an ID that nothing names is said to be one', async () => {
  const unknown = ['EHC', '4711'].join('-');
  await expect(places(unknown)).rejects.toMatchObject({ code: 1, stderr: `Nothing names ${unknown}.\n` });
});
