// The pack of EHC rules as its worked examples ask it: dates in, due dates out.
import { deadlinesFor } from './deadlines.js';
import { factsOn } from './facts-for-tests.js';
import type { Flags, Settings } from './facts.js';
import { loadPacks } from './load-packs.js';

export const pack = loadPacks().packByVersion('england-send-2014', 1);

export type Dates = Readonly<Record<string, string>>;
export const rowsOf = (scope: string, dates: Dates, flags?: Flags, settings?: Settings) =>
  deadlinesFor(pack, scope, factsOn(dates), flags, settings);
/** Due dates by key, as they stand when all the facts are known. */
export const due = (scope: string, dates: Dates, flags?: Flags, settings?: Settings): Dates =>
  Object.fromEntries(
    rowsOf(scope, dates, flags, settings)
      .filter(({ validTo }) => validTo === undefined)
      .map(({ key, dueOn }) => [key, dueOn]),
  );
export const amend: Flags = { outcome: 'amend' };
