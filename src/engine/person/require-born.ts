// Nothing happens to a person before they are born: asked once, of every fact that a command states about somebody.
import { isCivilDate, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid } from '../../kernel/errors.js';
import type { Fact } from '../../kernel/events.js';
import type { Envelope } from '../../store/codec.js';
import type { Journal } from '../../store/journal.js';
import { recordedOf } from './person-then.js';

interface Dated {
  readonly field: string;
  readonly on: CivilDate;
}

/**
 * Where the birth date is not known, or was destroyed with its key (REC-12), nothing is refused. What a rule lets happen in pregnancy names
 * its fields as `beforeBirth` in its event's definition. Error: `invalid-input` naming the field, never its value.
 */
export async function requireBorn(
  journal: Journal,
  facts: readonly Fact[],
  subject: string | undefined,
  known: {
    /** Of somebody whose history has yet to be written. */
    readonly bornOn?: CivilDate;
    /** The person's own history, for whoever asks it for more than this. */
    readonly recorded?: () => Promise<readonly Envelope[]>;
  } = {},
): Promise<void> {
  const today = journal.today();
  // Whoever is spoken of today was born: only a date of the past is worth a look at the person's history.
  const past = facts.flatMap((fact) => datesOf(journal, fact)).filter(({ on }) => on < today);
  if (past.length === 0 || subject === undefined) return;
  const { bornOn, recorded = () => recordedOf(journal, subject) } = known;
  const born = bornOn ?? birthDateIn(facts) ?? birthDateIn(await recorded());
  const early = past.find(({ on }) => born !== undefined && on < born);
  if (early) throw invalid(early.field, 'is before the young person was born', 'REC-24');
}

/** The day of a fact is called `on`, as in every form and body that states one. */
function datesOf(journal: Journal, { type, occurredOn, data }: Fact): Dated[] {
  const { beforeBirth } = journal.catalogue.get(type).definition;
  return [{ field: 'on', on: occurredOn }, ...datesIn(data, '', beforeBirth)];
}

/** Each under the path of its field; what stands in a list is named as if it stood alone. */
function datesIn(value: unknown, field: string, without: readonly string[]): Dated[] {
  if (without.includes(field)) return [];
  if (isCivilDate(value)) return [{ field, on: value }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => datesIn(each, isCivilDate(each) ? field : '', without));
  return Object.entries(value).flatMap(([name, each]) =>
    datesIn(each, field === '' ? name : `${field}.${name}`, without),
  );
}

const birthDateIn = (facts: readonly Pick<Fact, 'data'>[]): CivilDate | undefined =>
  facts.map(({ data }) => (data as { readonly birthDate?: unknown }).birthDate).findLast(isCivilDate);
