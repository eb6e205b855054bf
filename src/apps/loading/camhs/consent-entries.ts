// The consents and overrides of a person as a transition asks for them.
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import { withEnds, type JudgedEntry } from '../../../cases/camhs-transition/domain/consent.js';
import { discussWithAdultServices } from '../../../engine/person/domain/events.js';
import type { YoungPerson } from '../../../engine/person/domain/state.js';

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
