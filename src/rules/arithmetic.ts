// Each form of arithmetic: which operand it takes, how it reckons, and how a person says it.
import * as calendar from '../kernel/calendar/index.js';
import type { CivilDate } from '../kernel/calendar/index.js';
import type { Amount, Arithmetic, Operand } from './expression.js';

export interface Sum {
  readonly operand: Operand;
  apply(from: CivilDate): CivilDate;
  /** The sentence, from how the operand is called and the result as it is written. */
  words(from: string, to: string): string;
}

type Count = (from: CivilDate, n: number) => CivilDate;

/** Resolves an arithmetic form; `number` gives the figure of an amount under the settings in use. */
export function sumOf(e: Arithmetic, number: (amount: Amount) => number): Sum {
  if ('weeks' in e) return counted(number(e.weeks), 'week', e.of, calendar.withinWeeksOf);
  if ('days' in e) {
    if ('of' in e) return counted(number(e.days), 'day', e.of, calendar.addDays);
    return including(number(e.days), 'day', 'beginning', e.beginningWith, calendar.lastDayBeginningWith);
  }
  if ('months' in e) {
    if ('of' in e) return counted(number(e.months), 'month', e.of, calendar.addMonths);
    return including(number(e.months), 'month', 'starting', e.startingWith, calendar.lastDayOfMonthsStartingWith);
  }
  if ('workingDays' in e) {
    const [n, unit] = [number(e.workingDays), 'working day'];
    if ('of' in e) return counted(n, unit, e.of, calendar.addWorkingDays);
    return including(n, unit, 'beginning', e.beginningWith, calendar.lastWorkingDayBeginningWith);
  }
  if ('tribunalWorkingDays' in e) {
    const n = number(e.tribunalWorkingDays);
    return sum(
      e.of,
      (from) => calendar.addTribunalWorkingDays(from, n),
      (from, to) =>
        `${plural(n, 'working day')} of ${from}, with no day from 25 December to 1 January or in August counted, end on ${to}`,
    );
  }
  if ('age' in e) {
    const { years, months = 0 } = e.age;
    const age = months === 0 ? `${years} years` : `${years} years and ${plural(months, 'month')}`;
    // The birth date itself stays out of the sentence: it is personal, and the age says what is reckoned.
    return sum(
      e.of,
      (from) => calendar.ageGate(from, years, months),
      (_, to) => `the age of ${age} is reached on ${to}`,
    );
  }
  if ('startOfYear' in e) {
    const year = e.startOfYear;
    return sum(
      e.of,
      (from) => calendar.startOfNcYear(from, year),
      (_, to) => `school year ${year} starts on ${to}`,
    );
  }
  if ('endOfSchoolAge' in e)
    return sum(
      e.endOfSchoolAge,
      calendar.compulsorySchoolAgeEnds,
      (_, to) => `compulsory school age ends on ${to}, the last Friday in June of the school year of the 16th birthday`,
    );
  if ('date' in e) {
    const inYear = (from: CivilDate) => dayIn(from.slice(0, 4), e.date);
    return sum(e.inYearOf, inYear, (from, to) => `in the calendar year of ${from} the day is ${to}`);
  }
  if ('next' in e)
    return sum(e.onOrAfter, nextDay(e.next), (from, to) => `the first such day from ${from} on is ${to}`);
  if ('dayBefore' in e) return sum(e.dayBefore, calendar.dayBefore, (from, to) => `the day before ${from} is ${to}`);
  if ('officeDay' in e) {
    const words = (from: string, to: string) => `the last working day up to ${from} is ${to}`;
    return sum(e.officeDay, calendar.previousWorkingDayOnOrBefore, words);
  }
  const roll = e.by === 'EHC-72' ? calendar.startingProceedingsLimit : calendar.rollForwardNonWorking;
  return sum(e.rollForward, roll, (from, to) => `a limit of ${from} counts as ${to} (${e.by})`);
}

const sum = (operand: Operand, apply: Sum['apply'], words: Sum['words']): Sum => ({ operand, apply, words });
const plural = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;

/** "N units of X": X is not counted. Before X when N is negative. */
function counted(n: number, unit: string, operand: Operand, add: Count): Sum {
  const words: Sum['words'] =
    n < 0
      ? (from, to) => `${plural(-n, unit)} before ${from} is ${to}`
      : (from, to) => `${plural(n, unit)} of ${from} ${n === 1 ? 'ends' : 'end'} on ${to}`;
  return sum(operand, (from) => add(from, n), words);
}

/** "N units beginning with X": X is the first of them. */
function including(n: number, unit: string, verb: string, operand: Operand, last: Count): Sum {
  const words: Sum['words'] = (from, to) => `${plural(n, unit)} ${verb} with ${from} end on ${to}`;
  return sum(operand, (from) => last(from, n), words);
}

// No pack may name 29 February here (the check refuses it), so the day exists in every year.
const dayIn = (year: string, monthAndDay: string): CivilDate => calendar.civilDate(`${year}-${monthAndDay}`);

function nextDay(monthAndDay: string): Sum['apply'] {
  return (from) => {
    const thisYear = dayIn(from.slice(0, 4), monthAndDay);
    return thisYear >= from ? thisYear : dayIn(String(Number(from.slice(0, 4)) + 1).padStart(4, '0'), monthAndDay);
  };
}
