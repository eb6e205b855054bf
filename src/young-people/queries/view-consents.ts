// The consents of a young person with their history, as they stood on a date.
import { birthday, type CivilDate } from '../../kernel/calendar/index.js';
import { consentOn, overrideOn } from '../domain/consent.js';
import type { Profile } from '../profile/profile.js';
import type { ConsentView } from './person-view.js';

export function viewConsents({ core, details, reasons }: Profile, asOf: CivilDate): ConsentView[] {
  const is16 = details.birthDate !== undefined && birthday(details.birthDate, 16) <= asOf;
  const decisions = Object.values(core.consents)
    .flat()
    .map((entry) => {
      const current = consentOn(core, entry.purpose, entry.recipient, asOf)?.eventId === entry.eventId;
      const byParent = entry.decidedBy === 'person-with-parental-responsibility';
      return { ...entry, why: reasons[entry.eventId], current, askAgain: current && byParent && is16 };
    });
  const overrides = Object.values(core.overrides)
    .flat()
    .map(({ basis, ...entry }) => ({
      ...entry,
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
