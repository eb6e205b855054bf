// The consents of a young person with their history, as they stood on a date.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { consentOn, endsOn, overrideEnds, overrideOn } from '../../../engine/person/domain/consent.js';
import type { Profile } from '../profile/profile.js';
import type { ConsentView } from './person-view.js';

export function viewConsents({ core, details, reasons }: Profile, asOf: CivilDate): ConsentView[] {
  const all = Object.values(core.consents).flat();
  const decisions = all.map((entry) => {
    const current = consentOn(core, entry.purpose, entry.recipient, asOf)?.eventId === entry.eventId;
    const ends = entry.decision === 'given' ? endsOn(entry, all, details.birthDate, core.assessments) : undefined;
    return { ...entry, why: reasons[entry.eventId], current, askAgain: current && ends !== undefined && ends <= asOf };
  });
  const overrides = Object.values(core.overrides)
    .flat()
    .map(({ basis, ...entry }) => ({
      ...entry,
      until: overrideEnds({ ...entry, basis }, all),
      decision: 'overridden',
      decidedBy: basis,
      why: reasons[entry.eventId],
      current: overrideOn(core, entry.purpose, entry.recipient, asOf)?.eventId === entry.eventId,
      askAgain: false,
    }));
  return [...decisions, ...overrides]
    .filter(({ on }) => on <= asOf)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
