// Nobody is placed at a school that is closed, or not there yet, by the list: what follows it is named (SHARE-05).
import type { Journal } from '../../store/journal.js';
import { formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { refuse } from '../../kernel/errors.js';
import { isClosedOn, linkedTo, presentOf, school, schoolId } from './domain/school.js';

/**
 * A school that the list does not have is not refused: the list may be behind, and pages say that it is not on it. A school may be asked about a
 * place before it opens. Error: `refused-by-rule`.
 */
export async function requireOpenSchool(
  journal: Journal,
  urn: string | undefined,
  day: CivilDate,
  what: 'placed' | 'asked' = 'placed',
): Promise<void> {
  if (urn === undefined) return;
  const { state } = await journal.load(school, schoolId(urn));
  const present = presentOf(state);
  if (!present) return;
  const { name, opensOn, closesOn } = present;
  const named = `${name} (URN ${urn})`;
  if (isClosedOn(state, day))
    throw refuse(
      'SHARE-05',
      `${named} is closed${closesOn === undefined ? '' : `: its last day was ${formatDate(closesOn)}`}.`,
      { help: await helpAfter(journal, linkedTo(present, 'successor'), 'was followed by') },
    );
  if (what === 'placed' && opensOn !== undefined && day < opensOn)
    throw refuse('SHARE-05', `${named} opens on ${formatDate(opensOn)}, and not before.`, {
      help: await helpAfter(journal, linkedTo(present, 'predecessor'), 'came from'),
    });
}

async function helpAfter(journal: Journal, urns: readonly string[], how: string): Promise<string> {
  const named = await Promise.all(
    urns.map(async (urn) => {
      const { state } = await journal.load(school, schoolId(urn));
      return `${presentOf(state)?.name ?? 'a school that is not in the list'} (URN ${urn})`;
    }),
  );
  return named.length === 0
    ? 'Look whether the school and the day are right; if the list of schools is behind, a manager loads it anew.'
    : `By the list it ${how} ${named.join(' and ')}: choose that one, or another day.`;
}
