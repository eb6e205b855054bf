// The person whom a case is about, under the same view as the case: what had happened to them, and what is known of their birth.
import { londonDate, type CivilDate } from '../../kernel/calendar/index.js';
import type { Envelope } from '../../store/codec.js';
import type { Journal } from '../../store/journal.js';
import { streamOf } from '../../kernel/decider.js';
import { effectiveDays, namedCorrections, type Correction } from '../processing/corrections.js';
import type { PersonThen } from '../processing/slice.js';

/** The birth date holds for all time once it is known; everything else from the day on which it happened. */
export async function personThen(
  journal: Journal,
  personId: string,
  { asOf, knownOn }: { readonly asOf?: CivilDate; readonly knownOn?: CivilDate } = {},
): Promise<PersonThen> {
  const known: Envelope[] = [];
  for await (const page of journal.read(streamOf('youngPerson', personId)))
    known.push(...page.filter(({ recordedAt }) => knownOn === undefined || londonDate(recordedAt) <= knownOn));
  const days = effectiveDays(known, new Map([...namedCorrections(known), ...statedAgain(known)]));
  const dayOf = ({ id, occurredOn }: Envelope): CivilDate => days.get(id) ?? occurredOn;
  const events = asOf === undefined ? known : known.filter((event) => dayOf(event) <= asOf);
  const born = known.findLast(({ data }) => typeof data['birthDate'] === 'string');
  const lastDay = (type: string): CivilDate | undefined => {
    const last = events.findLast((event) => event.type === type && !isWithdrawn(event, known));
    return last && dayOf(last);
  };
  return {
    birthDate: born && { on: born.data['birthDate'] as CivilDate, eventId: born.id },
    diedOn: lastDay('YoungPersonDied'),
    movedOn: lastDay('YoungPersonMovedAway'),
    events,
  };
}

const isWithdrawn = ({ id }: Envelope, known: readonly Envelope[]): boolean =>
  known.some(({ type, data }) => type === 'YoungPersonDepartureWithdrawn' && data['correctsEventId'] === id);

/** Before a date of death had a correction of its own, the death was stated again: that moved the one before it. */
function statedAgain(known: readonly Envelope[]): Map<string, Correction> {
  const found = new Map<string, Correction>();
  const standing = known.filter((event) => event.type === 'YoungPersonDied' && !isWithdrawn(event, known));
  standing.forEach((event, index) => {
    const last = standing[standing.length - 1];
    const first = standing[0];
    if (index > 0 && first && last) found.set(event.id, { of: first.id, to: last.occurredOn });
  });
  return found;
}

/** The birth date as it is known: corrections of it move age gates only once they are known. */
export const birthDateOf = async (journal: Journal, personId: string): Promise<PersonThen['birthDate']> =>
  (await personThen(journal, personId)).birthDate;
