// The closed arithmetic in which a rule pack states a date: plain JSON, every form listed here.

/** A fact by its name, or something reckoned from facts. */
export type Operand = string | Expression;

/** A whole number, or the service standard of a setting. */
export type Amount = number | { readonly setting: string };

/** The condition under which a rule, or one branch of a date, applies. What is not on record yet is not the case. */
export type Condition =
  | { readonly fact: string }
  | { readonly noFact: string }
  | { readonly flag: string; readonly is: string }
  | { readonly flag: string; readonly isNot: string }
  | { readonly flag: string; readonly in: readonly string[] }
  | { readonly before: readonly [Operand, Operand] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

/** One date from one date. `rule` is cited in the sentence when it is another rule than the one that is being explained. */
export type Arithmetic = { readonly rule?: string } & (
  | { readonly weeks: Amount; readonly of: Operand }
  | { readonly days: Amount; readonly of: Operand }
  | { readonly days: Amount; readonly beginningWith: Operand }
  | { readonly months: Amount; readonly of: Operand }
  | { readonly months: Amount; readonly startingWith: Operand }
  | { readonly workingDays: Amount; readonly of: Operand }
  | { readonly workingDays: Amount; readonly beginningWith: Operand }
  | { readonly tribunalWorkingDays: Amount; readonly of: Operand }
  | { readonly age: { readonly years: number; readonly months?: number }; readonly of: Operand }
  | { readonly startOfYear: number; readonly of: Operand }
  | { readonly endOfSchoolAge: Operand }
  | { readonly date: string; readonly inYearOf: Operand }
  | { readonly next: string; readonly onOrAfter: Operand }
  | { readonly dayBefore: Operand }
  | { readonly officeDay: Operand }
  | { readonly rollForward: Operand; readonly by: 'EHC-71' | 'EHC-72' }
);

/** One date out of several. A member whose facts are not on record is left out; with none left there is no date. */
export type Choice =
  | { readonly on: string }
  | { readonly named: string }
  | { readonly earliest: readonly Operand[] }
  | { readonly latest: readonly Operand[] }
  | { readonly firstKnown: readonly Operand[] }
  | { readonly choose: readonly { readonly when?: Condition; readonly then: Operand }[] }
  | { readonly reading: string; readonly of: Readonly<Record<string, Operand>> };

export type Expression = Arithmetic | Choice;
