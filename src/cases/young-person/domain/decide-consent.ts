// Who may consent, refuse and withdraw depends on age and competence on the day (TRN-40 to TRN-44).
import { addDays } from '../../../kernel/calendar/index.js';
import { invalid, refuse } from '../../../kernel/errors.js';
import type { AssessCompetence, OverrideConsent, RecordConsent } from './command.js';
import {
  assessmentsFor,
  consentOn,
  overridePolicy,
  refusedOn,
  whoMayDecide,
} from '../../../engine/person/domain/consent.js';
import { youngPersonEvents as events, type YoungPersonFact } from '../../../engine/person/domain/events.js';
import type { YoungPerson } from '../../../engine/person/domain/state.js';

/** Who assessed, when, for which decision, with what outcome (TRN-41). */
export function assessCompetence({ on, assessment }: AssessCompetence): readonly YoungPersonFact[] {
  if (assessment.assessedBy.trim() === '') throw invalid('assessedBy', 'must say who assessed', 'TRN-41');
  return [events.competenceAssessed.fact(on, assessment)];
}

export function recordConsent(command: RecordConsent, person: YoungPerson): readonly YoungPersonFact[] {
  const { on, consent } = command;
  if (on < command.birthDate) throw invalid('on', 'is before the young person was born');
  if (person.diedOn !== undefined && on > person.diedOn)
    throw refuse('TRN-43', `The young person died on ${person.diedOn}.`);
  checkAuthority(command, person);
  const before = consentOn(person, consent.purpose, consent.recipient, on);
  if (consent.decision === 'withdrawn' && before?.decision !== 'given') {
    throw refuse('TRN-43', 'There is no consent for this purpose and recipient that could be withdrawn on this day.', {
      help: 'To record that the answer is no, record the decision as refused.',
    });
  }
  return [events.consentRecorded.fact(on, consent)];
}

/** The same authority gives, refuses and withdraws. */
function checkAuthority({ on, consent, birthDate, parentalResponsibility }: RecordConsent, person: YoungPerson): void {
  const may = whoMayDecide(birthDate, on, assessmentsFor(person, consent.purpose, consent.recipient));
  if (!may.deciders.includes(consent.decidedBy)) {
    const help =
      consent.decidedBy === 'young-person'
        ? 'Record an assessment of competence for this decision first.'
        : `This decision is for: ${may.deciders.join(', ')}. Disclosure against it needs a recorded override (TRN-44).`;
    throw refuse(may.rule, may.because, { help });
  }
  if (
    consent.decidedBy === 'person-with-parental-responsibility' &&
    consent.contactId !== undefined &&
    parentalResponsibility !== 'yes'
  ) {
    throw refuse('TRN-41', 'This contact is not recorded as having parental responsibility.', {
      help: 'Correct the contact if that is wrong, or name another.',
    });
  }
}

/** Sharing without consent needs its ground, its reason, a second person who authorised it, and an end (TRN-44). */
export function overrideConsent(
  { on, override, recordedBy }: OverrideConsent,
  person: YoungPerson,
): readonly YoungPersonFact[] {
  const { purpose, recipient, basis, reason, authorisedBy, until } = override;
  const { rule, longestDays, leastWords, passesRefusal } = overridePolicy;
  const words = new Set(reason.toLowerCase().match(/\p{Letter}{2,}/gu));
  if (words.size < leastWords)
    throw invalid('reason', `must say what makes it necessary, in at least ${leastWords} different words`, rule);
  if (authorisedBy.trim() === '') throw invalid('authorisedBy', 'must say who authorised it', rule);
  if (authorisedBy === recordedBy) throw invalid('authorisedBy', 'must be somebody else than whoever records it', rule);
  if (until === undefined) throw invalid('until', 'must say from when on it no longer holds', rule);
  if (until < on) throw invalid('until', 'is before the override begins', rule);
  if (until > addDays(on, longestDays))
    throw invalid('until', `is more than ${longestDays} days after it begins: then it is decided anew`, rule);
  // One that ends on its own day opens nothing: it ends the one before.
  if (until > on && refusedOn(person, purpose, recipient, on) && !passesRefusal.includes(basis))
    throw refuse(rule, 'A refusal or a withdrawal stands. Only safeguarding or vital interests go against it.', {
      help: 'Ask the young person again, or record the ground on which it has to be shared all the same.',
    });
  return [events.consentOverridden.fact(on, override)];
}
