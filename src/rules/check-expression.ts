// Checks the expressions and conditions of a pack and says where each mistake is.
import { isCivilDate } from '../kernel/calendar/index.js';

/** What an expression may speak of where it stands. */
export interface Words {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly flags: Readonly<Record<string, readonly string[]>>;
  readonly named: Readonly<Record<string, unknown>>;
  /** Options of each choice of readings; nothing for a service standard. */
  readonly settings: ReadonlyMap<string, readonly string[] | undefined>;
}

type Tell = (problem: string) => void;
type Parts = Readonly<Record<string, unknown>>;

const OPERANDS: Readonly<Record<string, readonly string[]>> = {
  weeks: ['of'],
  days: ['of', 'beginningWith'],
  months: ['of', 'startingWith'],
  workingDays: ['of', 'beginningWith'],
  tribunalWorkingDays: ['of'],
  age: ['of'],
  startOfYear: ['of'],
  endOfSchoolAge: [],
  date: ['inYearOf'],
  next: ['onOrAfter'],
  dayBefore: [],
  officeDay: [],
  rollForward: [],
  on: [],
  named: [],
  earliest: [],
  latest: [],
  firstKnown: [],
  choose: [],
  reading: ['of'],
};

const isParts = (value: unknown): value is Parts =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function checkExpression(operand: unknown, words: Words, tell: Tell, opened: readonly string[] = []): void {
  if (typeof operand === 'string') return checkFact(operand, words, tell);
  if (!isParts(operand)) return tell('is neither the name of a fact nor an expression');
  const forms = Object.keys(operand).filter((key) => key in OPERANDS);
  const [form] = forms;
  if (form === undefined || forms.length > 1) return tell(`must have one form, has ${Object.keys(operand).join(', ')}`);
  const link = OPERANDS[form]!.filter((key) => key in operand);
  const allowed = [form, ...link, 'rule', ...(form === 'rollForward' ? ['by'] : [])];
  const extra = Object.keys(operand).filter((key) => !allowed.includes(key));
  if (extra.length > 0) tell(`${form} does not go with ${extra.join(', ')}`);
  if (OPERANDS[form]!.length > 0 && link.length !== 1) return tell(`${form} needs ${OPERANDS[form]!.join(' or ')}`);
  const inside = (part: unknown, path: string) =>
    checkExpression(part, words, (why) => tell(`${path}: ${why}`), opened);
  const value = operand[form];
  checkValue(form, value, operand, words, tell);
  if (link.length === 1 && form !== 'reading') return inside(operand[link[0]!], `${form} ${link[0]}`);
  if (['endOfSchoolAge', 'dayBefore', 'officeDay', 'rollForward'].includes(form)) return inside(value, form);
  if (form === 'named') {
    if (opened.includes(String(value))) return tell(`${String(value)} is explained by itself`);
    return checkExpression(words.named[String(value)], words, tell, [...opened, String(value)]);
  }
  if (['earliest', 'latest', 'firstKnown'].includes(form) && Array.isArray(value))
    return value.forEach((part, at) => inside(part, `${form}[${at}]`));
  if (form === 'reading' && isParts(operand.of))
    for (const [option, part] of Object.entries(operand.of)) inside(part, `reading ${option}`);
  if (form !== 'choose' || !Array.isArray(value)) return;
  for (const branch of value as readonly Parts[]) {
    if (branch.when !== undefined) checkCondition(branch.when, words, (why) => tell(`choose when: ${why}`));
    inside(branch.then, 'choose then');
  }
}

function checkValue(form: string, value: unknown, operand: Parts, words: Words, tell: Tell): void {
  if (['weeks', 'days', 'months', 'workingDays', 'tribunalWorkingDays'].includes(form))
    checkAmount(form, value, operand, words, tell);
  if (form === 'startOfYear' && !Number.isInteger(value)) tell('startOfYear must be a whole number');
  if (form === 'age' && !(isParts(value) && Number.isInteger(value.years) && Number.isInteger(value.months ?? 0)))
    tell('age needs whole years and, if any, whole months');
  if ((form === 'date' || form === 'next') && !isCivilDate(`2023-${String(value)}`))
    tell(`${form} must be a month and day of every year, such as 02-15`);
  if (form === 'rollForward' && operand.by !== 'EHC-71' && operand.by !== 'EHC-72')
    tell('rollForward is by EHC-71 or EHC-72');
  if (form === 'named' && !(String(value) in words.named)) tell(`there is no named date ${String(value)}`);
  if (form === 'on') checkFact(value, words, tell);
  if (['earliest', 'latest', 'firstKnown', 'choose'].includes(form) && !(Array.isArray(value) && value.length > 0))
    tell(`${form} needs a list`);
  if (form === 'reading') {
    const options = words.settings.get(String(value));
    const given = isParts(operand.of) ? Object.keys(operand.of) : [];
    if (options === undefined) tell(`there is no choice of readings ${String(value)}`);
    else if ([...options].sort().join() !== given.sort().join()) tell(`reading must give ${options.join(' and ')}`);
  }
}

function checkAmount(form: string, value: unknown, operand: Parts, words: Words, tell: Tell): void {
  if (isParts(value)) {
    const known = words.settings.has(String(value.setting)) && words.settings.get(String(value.setting)) === undefined;
    if (!known) tell(`${form}: there is no service standard ${String(value.setting)}`);
  } else if (!Number.isInteger(value)) tell(`${form} must be a whole number`);
  else if ((!('of' in operand) || form === 'tribunalWorkingDays') && Number(value) < 1)
    tell(`${form} must be at least 1`);
}

export function checkFact(name: unknown, { facts }: Words, tell: Tell): void {
  if (typeof name !== 'string' || !(name in facts)) tell(`the scope has no fact ${String(name)}`);
}

export function checkCondition(condition: unknown, words: Words, tell: Tell): void {
  if (!isParts(condition)) return tell('is no condition');
  const { fact, noFact, flag, before } = condition;
  if (fact !== undefined || noFact !== undefined) return checkFact(fact ?? noFact, words, tell);
  if (typeof flag === 'string') {
    const values = words.flags[flag];
    if (values === undefined) return tell(`the scope has no flag ${flag}`);
    const used = 'in' in condition ? (condition.in as readonly unknown[]) : [condition.is ?? condition.isNot];
    const wrong = used.filter((value) => typeof value !== 'string' || !values.includes(value));
    if (wrong.length > 0) tell(`the flag ${flag} is never ${wrong.map(String).join(' or ')}`);
    return;
  }
  if (Array.isArray(before) && before.length === 2)
    return before.forEach((part) => checkExpression(part, words, (why) => tell(`before: ${why}`)));
  const parts = condition.all ?? condition.any;
  if (!Array.isArray(parts)) return tell(`knows no condition ${Object.keys(condition).join(', ')}`);
  for (const part of parts) checkCondition(part, words, tell);
}
