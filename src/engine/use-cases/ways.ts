// The ways in which something could be said that nobody has said yet: as an input leaves it open, or a form.
import { getMetadataStorage } from 'class-validator';
import type { CivilDate } from '../../kernel/calendar/index.js';
import type { Questions } from '../web/forms/question.js';
import { isOnwardError, type OnwardError } from '../../kernel/errors.js';
import type { CaseNow } from './case-now.js';
import { isOnOneCase, type CaseUseCase } from './case-use-case.js';
import { isOfNothing, type Way, type Ways } from './dry-run.js';
import { idsIn, isEventId, isId } from './ids-in.js';
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

const all = (names: readonly string[], value: unknown): Said => Object.fromEntries(names.map((name) => [name, value]));

/** Of so many things all was refused in the same words: of the next that is refused so, nothing more is asked. */
const enough = 3;

/** As its input leaves it open, about whatever the case has: what must be named is each id of the case that could be meant. */
export function* waysOf(
  useCase: CaseUseCase,
  caseId: string,
  { state, entries }: Pick<CaseNow, 'state' | 'entries'>,
): Ways {
  const { names, optional, closed } = fieldsOf(useCase);
  const leftOut = { ...all(names, unsaid), ...all([...optional], undefined) };
  const more = all(
    [...optional].filter((name) => !isId(name)),
    unsaid,
  );
  const inAddress = namesIn(useCase.post ?? '').filter((name) => name !== useCase.caseId);
  const mustName = names.filter((name) => !optional.has(name) && namesPartOf(useCase, name));
  const named = [...inAddress, ...mustName];
  const parts = [...idsIn(state)];
  const events = entries.standing.map(({ id }) => id).reverse();
  const idsFor = (name: string) => (isEventId(name) ? events : parts);
  const throughout = new Map<string, number>();
  for (const id of named.length > 0 ? new Set(named.flatMap(idsFor)) : [undefined]) {
    const at = { ...(all(inAddress, id) as Record<string, string>), [useCase.caseId]: caseId };
    const way = (said: Said): Way => ({
      about: id,
      said: (on) => ({ at, input: { ...leftOut, ...all(mustName, id), ...said, on } }),
    });
    const first = yield way({});
    if (isOfNothing(first, { about: id })) continue;
    const refused = [first, yield way(more)];
    // There is no such thing, whatever else is said of it.
    if (id !== undefined && refused.every((error) => isOnwardError(error, 'not-found'))) continue;
    const words = inOneWord(refused);
    if (words !== undefined && (throughout.get(words) ?? 0) >= enough) continue;
    for (const [name, values] of closed)
      for (const value of values) {
        refused.push(yield way({ [name]: value }));
        refused.push(yield way({ ...more, [name]: value }));
      }
    const said = inOneWord(refused);
    if (said !== undefined) throughout.set(said, (throughout.get(said) ?? 0) + 1);
  }
  const at = { [useCase.caseId]: caseId };
  for (const name of named.length > 0 ? [] : [...optional].filter((one) => namesPartOf(useCase, one)))
    for (const id of idsFor(name))
      yield { about: id, said: (on) => ({ at, input: { ...leftOut, ...more, [name]: id, on } }) };
}

/** What brings a case into being names none of it. */
const namesPartOf = (useCase: CaseUseCase, name: string): boolean =>
  isId(name) && isOnOneCase(useCase) && !useCase.elsewhere.includes(name);

/** What was said against all of it, where that is the same. */
function inOneWord(refused: readonly (OnwardError | undefined)[]): string | undefined {
  const [first, ...others] = refused.map((error) => error?.parts.detail);
  return others.every((detail) => detail === first) ? first : undefined;
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
  const way = (answers: Said, chosen?: unknown): Way => ({
    about: typeof chosen === 'string' ? chosen : undefined,
    said(on) {
      const dated = 'on' in asked ? { ...answers, on } : answers;
      const { at, input } = sent(sends, dated, { ...dated, ...allTicked(asked, dated) }, subject);
      return { at, input: { ...unsent, ...input } };
    },
  });
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
      yield way({ ...blank, [name]: value }, value);
      yield way({ ...open, [name]: value }, value);
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
