// The consents and overrides of a person as a transition asks for them.
import type { CivilDate } from '../../kernel/calendar/civil-date.js';
import { withEnds, type JudgedEntry } from '../../transition/domain/consent.js';
import { discussWithAdultServices } from '../../young-people/domain/events.js';
import type { YoungPerson } from '../../young-people/domain/state.js';

export function consentEntries(
  { consents, overrides, assessments }: YoungPerson,
  birthDate: CivilDate,
): readonly JudgedEntry[] {
  const decided = Object.values(consents).flat();
  const overridden = Object.values(overrides).flat();
  const entries = [
    ...decided.filter(({ purpose }) => purpose === discussWithAdultServices),
    ...overridden
      .filter(({ purpose }) => purpose === discussWithAdultServices)
      .map((one) => ({ ...one, decision: 'overridden' as const })),
  ];
  return withEnds(discussWithAdultServices, entries, birthDate, assessments);
}
