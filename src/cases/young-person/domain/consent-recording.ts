// Who may record which consent, as data: nobody opens a record to themselves by saying that they were allowed to (TRN-43).
import type { Actor } from '../../../kernel/envelope.js';
import { invalid, OnwardError } from '../../../kernel/errors.js';
import table from './consent-recording.json' with { type: 'json' };

const roles: Readonly<Record<string, readonly string[] | undefined>> = table.roles;

/** The purposes for which a role may record that it is shared. */
export const purposesFor = ({ role }: Pick<Actor, 'role'>): readonly string[] => roles[role] ?? [];

/** Of consent that was given, and of an override. Error: `not-permitted`. */
export function checkMayOpen({ role, organisation }: Actor, purpose: string, recipient: string): void {
  if (role === 'system') return;
  if (!purposesFor({ role }).includes(purpose))
    throw refused(
      'Your role does not record consent or an override for this purpose.',
      'Whoever holds what is shared records it. A refusal or a withdrawal you can record.',
    );
  if (isToItself(organisation, purpose, recipient))
    throw refused(
      'Nobody records consent or an override in favour of the organisation that they work for.',
      'Whoever holds what is shared records it. A refusal or a withdrawal you can record.',
    );
}

/** Whoever is to see a record does not authorise it to themselves either. Error: `invalid-input`. */
export function checkMayAuthorise(organisation: string | undefined, purpose: string, recipient: string): void {
  if (isToItself(organisation, purpose, recipient))
    throw invalid('authorisedBy', 'works for the organisation that it would be shared with', 'TRN-44');
}

const isToItself = (organisation: string | undefined, purpose: string, recipient: string): boolean =>
  recipient === organisation && !table.toOwnOrganisation.includes(purpose);

const refused = (detail: string, help: string): OnwardError =>
  new OnwardError('not-permitted', { rule: table.rule, detail, help });
