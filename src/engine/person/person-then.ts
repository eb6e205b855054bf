// The person whom a case is about, under the same view as the case: what had happened to them, and what is known of their birth.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { effective, viewed, type View } from '../../kernel/corrections.js';
import { streamOf } from '../../kernel/decider.js';
import type { Envelope } from '../../store/codec.js';
import type { Journal } from '../../store/journal.js';
import type { PersonThen } from '../processing/slice.js';
import { youngPersonCorrections } from './domain/events.js';

/** The birth date holds for all time once it is known; everything else from the day on which it happened. */
export async function personThen(
  journal: Journal,
  personId: string,
  { asOf, knownOn }: Pick<View, 'asOf' | 'knownOn'> = {},
): Promise<PersonThen> {
  const all: Envelope[] = [];
  for await (const page of journal.read(streamOf('youngPerson', personId))) all.push(...page);
  const known = viewed(all, { knownOn }).events;
  const { events } = viewed(known, { asOf }, youngPersonCorrections);
  const { standing } = effective(events, youngPersonCorrections);
  const born = known.findLast(({ data }) => typeof data['birthDate'] === 'string');
  const lastDay = (type: string): CivilDate | undefined =>
    standing.findLast((event) => event.type === type)?.occurredOn;
  return {
    birthDate: born && { on: born.data['birthDate'] as CivilDate, eventId: born.id },
    diedOn: lastDay('YoungPersonDied'),
    movedOn: lastDay('YoungPersonMovedAway'),
    events,
  };
}

/** The birth date as it is known: corrections of it move age gates only once they are known. */
export const birthDateOf = async (journal: Journal, personId: string): Promise<PersonThen['birthDate']> =>
  (await personThen(journal, personId)).birthDate;
