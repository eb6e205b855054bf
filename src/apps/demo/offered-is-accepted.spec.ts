// Whatever the pages of a plan and of its reviews offer in the made-up area is accepted with some answers: nothing is offered that would be refused.
import { ehcPlanKind } from '../../cases/ehc-plan/domain/plan-kind.js';
import type { PlanSubject } from '../../cases/ehc-plan/pages/plan-forms/plan-form.js';
import type { ReviewSubject } from '../../cases/ehc-plan/pages/review-subject.js';
import type { EhcPlanView } from '../../cases/ehc-plan/queries/plan-view.js';
import { viewPlan } from '../../cases/ehc-plan/queries/view-plan.js';
import { topics } from '../../cases/ehc-plan/topics.js';
import { personThen } from '../../engine/person/person-then.js';
import type { CaseNow } from '../../engine/use-cases/case-now.js';
import { isCaseUseCase, type CaseUseCase } from '../../engine/use-cases/case-use-case.js';
import { whyNot } from '../../engine/use-cases/dry-run.js';
import type { PlacedForm } from '../../engine/use-cases/placed-form.js';
import { useCasesIn } from '../../engine/use-cases/use-case.js';
import { NotSaid } from '../../engine/use-cases/unsaid.js';
import { waysByForm } from '../../engine/use-cases/ways.js';
import type { Offer } from '../../engine/web/forms/offered-form.js';
import type { Question, Typed } from '../../engine/web/forms/question.js';
import { addDays, civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import { FixedClock } from '../../kernel/clock.js';
import { parseStream } from '../../kernel/decider.js';
import { isOnwardError } from '../../kernel/errors.js';
import { Journal } from '../../store/journal.js';
import { MemorySubjectKeys } from '../../store/keys/memory-subject-keys.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import { catalogue } from '../cases.js';
import { fillWith } from './fill-demo-area.js';
import { tellArea } from './tell-area.js';

const today = civilDate('2026-11-22');
const actor = { id: 'asha.caseworker', role: 'send-caseworker', organisation: '882' };
const forms = useCasesIn(...topics)
  .filter(isCaseUseCase)
  .flatMap((useCase) => (useCase.forms ?? []).map((form) => ({ useCase, form: form })));

type Subject = PlanSubject | ReviewSubject;

/** What somebody could type as the answer to a question, of each kind a few. */
function typings({ kind, options = [] }: Question<unknown>, name: string): Typed[] {
  const typedDay = (day: CivilDate): Typed => {
    const [year, month, of] = day.split('-');
    return { [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: of };
  };
  if (kind === 'date') return [today, addDays(today, 30)].map(typedDay);
  if (kind === 'radios' || kind === 'select') return options.map(({ value }) => ({ [name]: value }));
  if (kind === 'checkboxes') return [{ [name]: options.map(({ value }) => value) }];
  return [{ [name]: '123456' }, {}, { [name]: '12345678' }];
}

/** Answers to all questions: the first of each that reads, then each other one, and each two of them. */
function* answersTo(asked: Readonly<Record<string, Question<unknown>>>): Generator<Record<string, unknown>> {
  const all = Object.entries(asked).map(([name, question]) => {
    const read = typings(question, name).map((typed) => question.read(typed, name, today));
    return [name, read.flatMap((reading) => (reading.problem === undefined ? [reading.value] : []))] as const;
  });
  const first = Object.fromEntries(all.map(([name, values]) => [name, values[0]]));
  yield first;
  for (const [name, values] of all)
    for (const value of values) {
      yield { ...first, [name]: value };
      for (const [other, others] of all)
        for (const second of others) yield { ...first, [name]: value, [other]: second };
    }
}

/** Undefined: it was recorded with some answers. Else what was said of the first ones. */
function refusedWithAll(useCase: CaseUseCase, form: PlacedForm, subject: Subject, now: CaseNow): string | undefined {
  let said = '';
  for (const answers of answersTo(form.questions(subject as never)))
    try {
      const { at, input } = form.sends(answers, subject as never);
      const { on = today, ...rest } = input as { readonly on?: CivilDate };
      const facts = useCase.rehearse({ at, input: rest, on, actor, beside: now.beside }, now.state, now.entries);
      if (facts.length > 0) return undefined;
      said ||= 'nothing to add';
    } catch (error) {
      // What is looked up before it is decided is not looked up here.
      if (error instanceof NotSaid) return undefined;
      if (!isOnwardError(error)) throw error;
      said ||= error.message;
    }
  return said;
}

const subjectsOf = (form: PlacedForm, plan: EhcPlanView): Subject[] =>
  form.place === 'plan'
    ? (form.offers(plan as never) as Offer[]).map(({ about }) => ({ plan, about, today, facts: [] }))
    : plan.reviews
        .filter((review) => form.offers(review as never).length > 0)
        .map((review) => ({ plan, review, cycleId: review.cycleId === 'next' ? undefined : review.cycleId }));

test('nothing that is offered on the pages of the plans of the made-up area is refused whatever is answered', async () => {
  const stores = { store: new MemoryEventStore(), keys: new MemorySubjectKeys(), catalogue };
  await fillWith(tellArea(today), stores, today);
  const journal = new Journal(stores.store, stores.keys, catalogue, new FixedClock(`${today}T12:00:00.000Z`));
  const ids = new Set<string>();
  for await (const page of journal.readAll({ closed: true }))
    for (const { category, id } of page.map(({ stream }) => parseStream(stream)))
      if (category === ehcPlanKind.category) ids.add(id);
  const offered = new Set<string>();
  const refused = new Map<string, string>();
  for (const id of ids) {
    const { state, history } = await journal.load(ehcPlanKind, id);
    const birthDate = (await personThen(journal, state.personId ?? '')).birthDate?.on;
    const beside = { birthDate, choices: [] };
    const now: CaseNow = { state, entries: history, today, actor, beside, may: () => true };
    const plan = viewPlan(id, state, today, beside);
    for (const { useCase, form } of plan ? forms : [])
      for (const subject of subjectsOf(form, plan!)) {
        if (whyNot(useCase, waysByForm(useCase, form, subject, today), now)) continue;
        offered.add(form.step);
        const said = refusedWithAll(useCase, form, subject, now);
        if (said !== undefined) refused.set(form.step, said);
      }
  }
  expect(Object.fromEntries(refused)).toEqual({});
  expect(offered.size).toBeGreaterThan(30);
}, 60_000);
