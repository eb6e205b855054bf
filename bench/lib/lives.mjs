// Young people as an area has them that has worked with Onward for some years: with a plan, and some waiting or leaving CAMHS.
import { built } from './paths.mjs';

const parts = await Promise.all(
  [
    'apps/demo/tale.js',
    'apps/demo/fill-demo-area.js',
    'apps/demo/people/make-up.js',
    'apps/demo/people/numbers.js',
    'apps/demo/ehc/plan.js',
    'apps/demo/ehc/review.js',
    'apps/demo/ehc/tell-plans.js',
    'apps/demo/transition/tell-transitions.js',
    'apps/demo/waiting/tell-waits.js',
    'store/memory/memory-event-store.js',
    'store/journal.js',
    'store/keys/memory-subject-keys.js',
    'kernel/clock.js',
    'apps/cases.js',
    'kernel/calendar/index.js',
  ].map(built),
);
const { Tale, fillWith, MakingUp, Luck, issuePlan, review, pastReview, tellTransitions, tellWaits } = Object.assign(
  {},
  ...parts,
);
const { MemoryEventStore, Journal, MemorySubjectKeys, SystemClock, catalogue, addDays, addMonths } = Object.assign(
  {},
  ...parts,
);

/** Age today in years, and how many of a hundred plans: the shares of the published count of plans by age, January 2024, rounded. */
const ages = [
  [4, 4],
  [7, 15],
  [10, 19],
  [13, 22],
  [15, 15],
  [18, 18],
  [21, 5],
  [24, 2],
];

/** Events of so many young people with a plan, a fifth as many in transition or waiting, in the order of their recording. */
export async function livesOf(count, seed, today) {
  const tales = livingIn(new MakingUp(new Luck(seed)), count, today);
  const store = new MemoryEventStore();
  const keys = new MemorySubjectKeys();
  await fillWith(tales, { store, keys, catalogue }, today);
  const events = [];
  for await (const page of new Journal(store, keys, catalogue, new SystemClock()).readAll()) events.push(...page);
  return { events, people: tales.length };
}

/** England's 720,000 plans have so many officers; only who is on the list of the area is given a child. */
const officers = Array.from({ length: 4200 }, (_, at) => ({ code: `officer-${at + 1}`, name: `Officer ${at + 1}` }));
const { useDirectory, demoDirectory } = await built('rules/directory/current.js');
useDirectory({ ...demoDirectory, workers: [...demoDirectory.workers, ...officers] });

/** As many plans as one officer holds. The first are Asha's, as in the demo area; then each so many have an officer of their own. */
const plansHeld = 175;

class HeldTale extends Tale {
  aboutPerson(command, actor) {
    const nth = Math.floor(this.person.nth / plansHeld);
    const moved = nth > 0 && command.type === 'AssignNamedWorker' && command.worker.role === 'send-officer';
    const worker = moved ? { ...command.worker, workerId: `officer-${nth}`, name: `Officer ${nth}` } : command.worker;
    super.aboutPerson(moved ? { ...command, worker } : command, actor);
  }
}

/** What has happened to them, not yet told to any store. */
export function livingIn(making, count, today) {
  const plans = Array.from({ length: count }, (_, at) => tellPlan(making, at / count, today));
  const transitions = tellTransitions(making, today);
  return [...plans, ...transitions, ...tellWaits([...plans, ...transitions], making, today)];
}

function tellPlan(making, share, today) {
  const { luck } = making;
  let hundredths = share * 100;
  const [age] = ages.find(([, part]) => (hundredths -= part) < 0) ?? ages[0];
  const born = addDays(addMonths(today, -12 * age - luck.below(11)), -luck.below(27));
  // In the fourth year of a service: reviewed here up to three times. About 49 events a plan, as 35 million for England's 720,000.
  // A child of four has had a plan for two years at most.
  const years = Math.min(luck.below(4), age - 2);
  const made = addDays(addMonths(today, -12 * years), -luck.between(20, 340));
  const tale = new HeldTale(making.person({ birthDate: born, sendStatus: 'ehc-plan', knownFrom: addDays(made, -140) }));
  issuePlan(tale, made);
  for (let year = 1; year <= years; year++)
    pastReview(tale, addDays(addMonths(made, 12 * year), -luck.between(1, 12) - 30 * luck.below(2)));
  const next = addDays(addMonths(made, 12 * (years + 1)), -luck.between(25, 60));
  if (next < today) review(tale, { meeting: next, report: 9 });
  return tale;
}
