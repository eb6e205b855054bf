// Telling a service of a young person against their no (TRN-40, TRN-44): a referral and a hand-over tell more than a meeting does.
import { refuse } from '../../../kernel/errors.js';
import type { ConsentStatus } from './consent.js';

/** With nothing recorded either way care is passed on as usual; a refusal or a withdrawal stands until it is answered or overridden. */
export function mayBeTold(consents: readonly ConsentStatus[]): void {
  const against = consents.find(({ kind }) => kind === 'refused' || kind === 'withdrawn');
  if (!against) return;
  const said = against.kind === 'refused' ? 'refused to be discussed' : 'withdrew the consent to be discussed';
  throw refuse('TRN-44', `The young person ${said} with adult services: nothing about them goes there (TRN-40).`, {
    help:
      'Talk with them again and record their answer; or record an override with its basis (safeguarding, vital interests, best ' +
      'interests) on their own record first.',
  });
}

/** On what it rests: the consents and the overrides that held on that day. */
export const restsOn = (consents: readonly ConsentStatus[]): string[] =>
  consents.flatMap(({ kind, eventId }) => ((kind === 'given' || kind === 'overridden') && eventId ? [eventId] : []));
