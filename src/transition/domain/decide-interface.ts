// The interface meeting: who may be named there (TRN-44).
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, OnwardError, refuse } from '../../kernel/errors.js';
import type { InterfaceManner } from './codes.js';
import type { ConsentStatus } from './consent.js';
import { transitionEvents as events } from './events.js';
import { notBefore, stillOpen } from './guards.js';
import type { Transition } from './state.js';

export interface DiscussAtInterface {
  readonly type: 'DiscussAtInterface';
  readonly on: CivilDate;
  readonly meetingId: string;
  readonly manner: InterfaceManner;
  /** Codes of the adult services that are there. */
  readonly recipients: readonly string[];
  /** How consent stood on that day, for each of the recipients. */
  readonly consents: readonly ConsentStatus[];
}

export function discussAtInterface(command: DiscussAtInterface, state: Transition) {
  const { on, meetingId, manner, recipients, consents } = command;
  const { referredOn } = stillOpen(state);
  notBefore(on, referredOn, 'the referral to CAMHS');
  if (recipients.length === 0) throw invalid('recipients', 'names at least one adult service', 'TRN-43');
  if (state.discussions.some((one) => one.meetingId === meetingId)) {
    throw new OnwardError('already-exists', { detail: 'This case was discussed at that meeting already.' });
  }
  mayBeDiscussed(manner, consents);
  const consentEventIds = manner === 'anonymised' ? [] : consents.flatMap(({ eventId }) => eventId ?? []);
  return [events.interfaceDiscussed.fact(on, { meetingId, manner, recipients: [...recipients], consentEventIds })];
}

/** Named only with consent for everybody there; on an override only where one is on record; anonymised always. */
export function mayBeDiscussed(manner: InterfaceManner, consents: readonly ConsentStatus[]): void {
  const help =
    'Discuss the case in anonymised form, or record the consent or the override on the young person’s record first.';
  if (manner === 'named' && !consents.every(({ kind }) => kind === 'given')) {
    throw refuse(
      'TRN-44',
      'Consent to discuss with every adult service at the meeting was not on record on that day.',
      { help },
    );
  }
  if (manner === 'override' && !consents.every(({ kind }) => kind === 'overridden' || kind === 'given')) {
    throw refuse('TRN-44', 'No override for every adult service at the meeting was on record on that day.', { help });
  }
}
