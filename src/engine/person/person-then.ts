// The one reader of a person's stream: everything that was recorded of them, and what stood of it under the same view as a case about them.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { effective, viewed, type View } from '../../kernel/corrections.js';
import { parseStream, streamOf } from '../../kernel/decider.js';
import type { Envelope } from '../../store/codec.js';
import type { Journal } from '../../store/journal.js';
import { youngPersonCorrections } from './domain/events.js';

/** What a case must know of its person, under the same view as the case itself. */
export interface PersonThen {
  /** It moves age gates. The event is the registration, or the correction that holds. */
  readonly birthDate?: { readonly on: CivilDate; readonly eventId: string };
  /** As far as the view reaches. After a death nothing is due any more; what a move ends, a person decides. */
  readonly diedOn?: CivilDate;
  readonly movedOn?: CivilDate;
  /** The facts that stand of the person, as they are corrected, personal fields open. */
  readonly events: readonly Envelope[];
}

/** The person whose own stream an event is in: corrections are said in the same words in streams of any kind. */
export function toldOf({ stream }: Pick<Envelope, 'stream'>): string | undefined {
  const { category, id } = parseStream(stream);
  return category === 'youngPerson' ? id : undefined;
}

/** In the order of recording, corrections too; personal fields open where their key still exists, or closed. Nothing of whom nobody knows. */
export async function recordedOf(
  journal: Journal,
  personId: string,
  how: { readonly closed?: boolean } = {},
): Promise<readonly Envelope[]> {
  const all: Envelope[] = [];
  const stream = streamOf('youngPerson', personId);
  for await (const page of journal.read(stream, { ...how, hashes: 'not needed' })) all.push(...page);
  return all;
}

/** The birth date holds for all time once it is known; everything else from the day on which it happened. `recorded` is what counts of it all. */
export const personThen = async (
  journal: Journal,
  personId: string,
  view: Pick<View, 'asOf' | 'knownOn'> = {},
): Promise<ReturnType<typeof personIn>> => personIn(await recordedOf(journal, personId), view);

/** The same of what was read of them already. */
export function personIn(
  all: readonly Envelope[],
  { asOf, knownOn }: Pick<View, 'asOf' | 'knownOn'> = {},
): PersonThen & { readonly recorded: readonly Envelope[] } {
  const known = viewed(all, { knownOn }).events;
  const { events: recorded } = viewed(known, { asOf }, youngPersonCorrections);
  const { standing: events } = effective(recorded, youngPersonCorrections);
  const born = known.findLast(({ data }) => typeof data['birthDate'] === 'string');
  const lastDay = (type: string): CivilDate | undefined => events.findLast((event) => event.type === type)?.occurredOn;
  return {
    birthDate: born && { on: born.data['birthDate'] as CivilDate, eventId: born.id },
    diedOn: lastDay('YoungPersonDied'),
    movedOn: lastDay('YoungPersonMovedAway'),
    events,
    recorded,
  };
}

/** The birth date as it is known: corrections of it move age gates only once they are known. */
export const birthDateOf = async (journal: Journal, personId: string): Promise<PersonThen['birthDate']> =>
  (await personThen(journal, personId)).birthDate;
