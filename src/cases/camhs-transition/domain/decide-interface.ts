// The interface meeting: who may be named there (TRN-44).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, OnwardError, refuse } from '../../../kernel/errors.js';
import type { InterfaceManner } from './codes.js';
import type { ConsentStatus } from './consent.js';
import { transitionEvents as events } from './events.js';
import { notBefore, stillOpen } from './guards.js';
import type { Minute, Transition } from './state.js';

export interface DiscussAtInterface extends Minute {
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
  const { on, meetingId, manner, recipients, consents, decision, minute, action, actionBy, actionDueOn } = command;
  const { referredOn } = stillOpen(state);
  notBefore(on, referredOn, 'the referral to CAMHS');
  if (recipients.length === 0) throw invalid('recipients', 'names at least one adult service', 'TRN-43');
  if (state.discussions.some((one) => one.meetingId === meetingId)) {
    throw new OnwardError('already-exists', { detail: 'This case was discussed at that meeting already.' });
  }
  mayBeDiscussed(manner, consents);
  const minuted = { decision, minute, action, actionBy, actionDueOn };
  mayBeMinuted(command);
  const consentEventIds = manner === 'anonymised' ? [] : consents.flatMap(({ eventId }) => eventId ?? []);
  const data = { meetingId, manner, recipients: [...recipients], consentEventIds, ...minuted };
  return [events.interfaceDiscussed.fact(on, data)];
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

/** What was said of somebody without a name is no minute of theirs; and an action is somebody's, by a day that is not past. */
function mayBeMinuted({ on, manner, decision, minute, action, actionBy, actionDueOn }: DiscussAtInterface): void {
  const said = [decision, minute, action, actionBy, actionDueOn].some((each) => each !== undefined);
  if (said && manner === 'anonymised')
    throw refuse('TRN-44', 'A discussion in anonymised form has no minute: nobody was named.', {
      help: 'Leave the decision, the minute and the action empty.',
    });
  if (action !== undefined && actionBy === undefined)
    throw invalid('actionBy', 'an action needs somebody to do it', 'TRN-04');
  if (action === undefined && (actionBy !== undefined || actionDueOn !== undefined))
    throw invalid('action', 'say what is to be done', 'TRN-04');
  if (actionDueOn !== undefined && actionDueOn < on) throw invalid('actionDueOn', 'lies before the meeting', 'TRN-04');
}
