// What the events tell of how long a person's records are kept: the last day of each part, birth and death.
import type { Journal } from '../../store/journal.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { parseStream } from '../../kernel/decider.js';
import { caseTypesHere } from '../processing/case-types.js';
import { personThen } from '../person/person-then.js';
import type { Kept, Part } from './kept-until.js';

/** The day of the last fact counts as the last contact and the end of treatment: later than either, so nothing goes too early. */
export async function recordParts(
  journal: Journal,
  personId: string,
  streams: readonly string[],
): Promise<Omit<Kept, 'birthDate'> & { readonly birthDate?: CivilDate }> {
  const lastOn: Partial<Record<Part, CivilDate>> = {};
  for (const stream of streams) {
    const part = caseTypesHere().partOf(parseStream(stream).category);
    if (part === undefined) continue;
    for await (const page of journal.read(stream, { closed: true }))
      for (const { occurredOn } of page) if (occurredOn > (lastOn[part] ?? '')) lastOn[part] = occurredOn;
  }
  const { birthDate, diedOn } = await personThen(journal, personId);
  return { birthDate: birthDate?.on, diedOn, lastOn };
}
