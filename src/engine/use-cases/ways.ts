// The ways in which something could be said that nobody has said yet: as an input leaves it open, or a form.
import { getMetadataStorage } from 'class-validator';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Questions } from '../web/forms/question.js';
import type { CaseUseCase } from './case-use-case.js';
import { isOnwardError } from '../../kernel/errors.js';
import type { Ways } from './dry-run.js';
import type { PlacedForm } from './placed-form.js';
import { namesIn } from './route-names.js';
import { NotSaid, unsaid } from './unsaid.js';

type Said = Readonly<Record<string, unknown>>;

/** What the class of an input says of its fields. */
interface Fields {
  readonly names: readonly string[];
  readonly optional: ReadonlySet<string>;
  /** Fields that take one of a few values, with those. */
  readonly closed: ReadonlyMap<string, readonly unknown[]>;
}

const known = new WeakMap<object, Fields>();

function fieldsOf({ input }: CaseUseCase): Fields {
  if (!input) return { names: [], optional: new Set(), closed: new Map() };
  const there = known.get(input);
  if (there) return there;
  const closed = new Map<string, readonly unknown[]>();
  const optional = new Set<string>();
  const names = new Set<string>();
  for (const { type, name, propertyName, constraints, each } of rulesOf(input)) {
    names.add(propertyName);
    if (type === 'conditionalValidation') optional.add(propertyName);
    const [values] = (constraints ?? []) as readonly unknown[];
    if (name === 'isIn' && Array.isArray(values)) closed.set(propertyName, each ? [values] : values);
    if (name === 'isBoolean') closed.set(propertyName, [true, false]);
  }
  const fields = { names: [...names], optional, closed };
  known.set(input, fields);
  return fields;
}

const rulesOf = (input: object) => getMetadataStorage().getTargetValidationMetadatas(input as never, '', false, false);

const isId = (name: string): boolean => /Id$/.test(name);

const all = (names: readonly string[], value: unknown): Said => Object.fromEntries(names.map((name) => [name, value]));

/** As its input leaves it open, about whatever the case has: what must be named is each id that stands in the state. */
export function* waysOf(useCase: CaseUseCase, caseId: string, state: unknown): Ways {
  const { names, optional, closed } = fieldsOf(useCase);
  const needed = names.filter((name) => !optional.has(name));
  const leftOut = { ...all(names, unsaid), ...all([...optional], undefined) };
  const more = all(
    [...optional].filter((name) => !isId(name)),
    unsaid,
  );
  const inAddress = namesIn(useCase.post ?? '').filter((name) => name !== useCase.caseId);
  const mustName = needed.filter(isId);
  const naming = inAddress.length + mustName.length > 0;
  const ids = [...idsIn(state)];
  for (const id of naming ? ids : ['']) {
    const at = { ...(all(inAddress, id) as Record<string, string>), [useCase.caseId]: caseId };
    const way = (said: Said) => (on: CivilDate) => ({ at, input: { ...leftOut, ...all(mustName, id), ...said, on } });
    const refused = [yield way({}), yield way(more)];
    // There is no such thing, whatever else is said of it.
    if (naming && refused.every((error) => isOnwardError(error, 'not-found'))) continue;
    for (const [name, values] of closed)
      for (const value of values) {
        yield way({ [name]: value });
        yield way({ ...more, [name]: value });
      }
  }
  const at = { [useCase.caseId]: caseId };
  for (const name of naming ? [] : [...optional].filter(isId))
    for (const id of ids) yield (on) => ({ at, input: { ...leftOut, ...more, [name]: id, on } });
}

/** Every id that a state holds: in fields that are called so, and as the name of an entry. */
function idsIn(state: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof state !== 'object' || state === null) return found;
  for (const [name, value] of Object.entries(state)) {
    if (typeof value === 'string' && /^id$|Id$/.test(name)) found.add(value);
    if (typeof value === 'object' && value !== null && !Array.isArray(state)) found.add(name);
    idsIn(value, found);
  }
  return found;
}

const closedKinds: readonly string[] = ['radios', 'select', 'checkboxes'];

/** As a form sends it about something: what it does not ask for, it never sends. */
export function* waysByForm(
  useCase: CaseUseCase,
  { questions, sends }: Pick<PlacedForm, 'questions' | 'sends'>,
  subject: unknown,
  today: CivilDate,
): Ways {
  const asked: Questions = questions(subject as never);
  const unsent = all(fieldsOf(useCase).names, undefined);
  const way = (answers: Said) => (on: CivilDate) => {
    const dated = 'on' in asked ? { ...answers, on } : answers;
    const { at, input } = sent(sends, dated, { ...dated, ...allTicked(asked, dated) }, subject);
    return { at, input: { ...unsent, ...input } };
  };
  const blank: Record<string, unknown> = {};
  const open: Record<string, unknown> = {};
  const closed: [string, readonly unknown[]][] = [];
  for (const [name, question] of Object.entries(asked)) {
    const reading = question.read({}, name, today);
    const canBeLeftOut = reading.problem === undefined;
    open[name] = unsaid;
    blank[name] = canBeLeftOut ? reading.value : unsaid;
    if (!closedKinds.includes(question.kind)) continue;
    const values = (question.options ?? [])
      .map(({ value }) => question.read({ [name]: value }, name, today))
      .flatMap((read) => (read.problem === undefined ? [read.value] : []));
    // Nothing can be answered to it, and nothing sent.
    if (values.length === 0 && !canBeLeftOut) return;
    closed.push([name, values]);
  }
  yield way(blank);
  yield way(open);
  for (const [name, values] of closed)
    for (const value of values) {
      yield way({ ...blank, [name]: value });
      yield way({ ...open, [name]: value });
    }
}

/** Every box of the questions that nobody has answered. */
const allTicked = (asked: Questions, answers: Said): Said =>
  Object.fromEntries(
    Object.entries(asked)
      .filter(([name, { kind }]) => kind === 'checkboxes' && answers[name] === unsaid)
      .map(([name, { options = [] }]) => [name, options.map(({ value }) => value)]),
  );

/** What may be sent with nobody having said which are ticked; where that must be known, as if all of them were. */
function sent(sends: PlacedForm['sends'], answers: Said, ticked: Said, subject: unknown) {
  try {
    return sends(answers, subject as never);
  } catch (error) {
    if (error instanceof NotSaid) return sends(ticked, subject as never);
    throw error;
  }
}
