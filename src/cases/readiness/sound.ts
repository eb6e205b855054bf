// What recording demands of a programme is demanded of its whole history after a correction too: nothing stands that could not have been recorded (REC-11).
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import type { Entries } from '../../kernel/decider.js';
import { isOnwardError, refuse } from '../../kernel/errors.js';
import type { Recorded } from '../../kernel/events.js';
import { standingAfter } from '../../kernel/history.js';
import { inWords } from '../../engine/web/present/words.js';
import { demands, type AboutPerson, type Demand } from './domain/demands.js';
import { readinessEvents, type ReadinessEvent, type ReadinessFact } from './domain/events.js';
import { readinessKind } from './domain/readiness-kind.js';
import type { Programme } from './domain/state.js';

type Standing = readonly (ReadinessFact & Recorded)[];

/** A fact that could not have been recorded on its day, with what stands of the days before. */
interface Unsound {
  /** Of what, on which day: what was so before the correction is not laid at its door. */
  readonly key: string;
  readonly rule: string;
  readonly says: string;
}

/** Error: `refused-by-rule`, with the rule that recording would have named and what is to be done first. */
export function requireSound(entries: Entries<ReadinessFact>, correction: ReadinessFact, person: AboutPerson): void {
  const had = new Set(unsound(entries.standing, entries, person).map(({ key }) => key));
  const after = standingAfter(readinessKind, entries, [correction]);
  const problem = unsound(after, entries, person).find(({ key }) => !had.has(key));
  if (problem)
    throw refuse(problem.rule, `This would leave what could not have been recorded: ${problem.says}`, {
      help: 'Correct that first, or take it back.',
    });
}

/** What was recorded of later days than this, the latest: an end comes after everything else. */
export const latestAfter = (standing: Standing, on: CivilDate): (ReadinessFact & Recorded) | undefined =>
  standing
    .filter(({ occurredOn, type }) => occurredOn > on && type !== 'ReadinessProgrammeEnded')
    .reduce<Standing[0] | undefined>(
      (last, one) => (last && last.occurredOn >= one.occurredOn ? last : one),
      undefined,
    );

/** Each fact is asked for anew on its day, in order of the days, those of one day as they were recorded; the start is there before all. */
export function unsound(
  standing: Standing,
  { recorded }: Pick<Entries<ReadinessFact>, 'recorded'>,
  person: AboutPerson,
) {
  const more = moreTimeIn(recorded);
  const found: Unsound[] = [];
  let state: Programme = readinessKind.initial;
  for (const fact of inOrderOfDays(standing)) {
    const { rule, require } = more.has(fact.id) ? asked(demands.moreTime) : demandOf(fact);
    try {
      require(state, { on: fact.occurredOn, ...fact.data }, person);
    } catch (error) {
      if (!isOnwardError(error)) throw error;
      const { rule: named = rule, detail } = error.parts;
      const says = `${inWords(fact.type)} (${formatDate(fact.occurredOn)}). ${detail}`;
      found.push({ key: `${named} ${fact.id} ${fact.occurredOn}`, rule: named, says });
    }
    state = readinessKind.evolve(state, fact);
  }
  return found;
}

type Said = { readonly on: CivilDate } & Readonly<Record<string, unknown>>;

/** What a fact says has the names under which it was sent. */
const asked = ({ rule, require }: Demand<never>) => ({
  rule,
  require: require as (state: Programme, said: Said, person: AboutPerson) => void,
});

const byType = new Map(
  Object.entries(readinessEvents).map(([name, { type }]) => [type, demands[name as keyof typeof readinessEvents]]),
);

function demandOf({ type }: ReadinessFact) {
  const demand = byType.get(type as ReadinessEvent['type']);
  if (!demand) throw new Error(`Nothing says what ${type} demands`);
  return asked(demand);
}

function inOrderOfDays(standing: Standing): (ReadinessEvent & Recorded)[] {
  const first = ({ type }: ReadinessFact) => (type === 'ReadinessProgrammeStarted' ? 0 : 1);
  const sorted = [...standing].sort(
    (a, b) => first(a) - first(b) || (a.occurredOn < b.occurredOn ? -1 : a.occurredOn > b.occurredOn ? 1 : 0),
  );
  return sorted as (ReadinessEvent & Recorded)[];
}

/** More time for a link is the offer of it again; it stays more time when the first offer is taken back. */
function moreTimeIn(recorded: Standing): Set<string> {
  const seen = new Set<string>();
  const more = new Set<string>();
  for (const fact of recorded) {
    if (fact.type !== 'ReadinessFormOffered') continue;
    if (seen.has(fact.data.linkId)) more.add(fact.id);
    seen.add(fact.data.linkId);
  }
  return more;
}
