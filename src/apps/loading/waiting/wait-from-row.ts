// What a row of a waiting list says of a wait beyond what is on record: a command for each column, so that a refusal names it.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { urgencies } from '../../../cases/waiting/domain/codes.js';
import { isOnList, type Wait } from '../../../cases/waiting/domain/state.js';
import type { LoadedWait } from '../../../cases/waiting/loaded-row.js';
import { packFor } from '../../../cases/waiting/pack.js';
import type { WaitCommand } from '../../../cases/waiting/wait.js';
import type { Oddity } from '../lists/oddity.js';
import type { Said } from '../lists/rehearse.js';
import type { WaitingRow } from './waiting-row.js';

export function waitFromRow(row: WaitingRow, personId: string, state: Wait, today: CivilDate): Said<WaitCommand>[] {
  const { pathway, service, provider, urgency = 'routine', receivedOn, firstContactOn, removedOn, removalReason } = row;
  const pack = packFor(receivedOn);
  const referral = { personId, pathway, service, provider, urgency, source: 'not-known', ...pack } as const;
  const load = (field: string, more: Partial<LoadedWait>): Said<WaitCommand> => ({
    field,
    command: { type: 'Load', on: today, row: { referral, receivedOn, ...more }, author: 'load-waiting' },
  });
  const removal = removedOn && removalReason ? { removedOn, removalReason } : undefined;
  return [
    load('referral_received', {}),
    ...moreUrgent(row, state, today),
    ...(firstContactOn ? [load('first_contact', { firstContactOn })] : []),
    ...(removal ? [load('removed_on', { ...removal, firstContactOn })] : []),
  ];
}

/** WAIT-47: who is seen first changes, the clock does not. A file makes nobody wait longer who was found more urgent here. */
function moreUrgent({ urgency }: WaitingRow, state: Wait, today: CivilDate): Said<WaitCommand>[] {
  if (!urgency || !state.received || !isOnList(state)) return [];
  if (urgencies.indexOf(urgency) >= urgencies.indexOf(state.urgency)) return [];
  const concern = 'The loaded waiting list gives a higher urgency.';
  return [{ field: 'urgency', command: { type: 'Escalate', on: today, urgency, concern } }];
}

export function waitOddities(row: WaitingRow, state: Wait): Oddity[] {
  const { receivedOn, firstContactOn, removedOn, removalReason, urgency } = row;
  const differs = (field: string): Oddity => ({ field, message: 'Differs from the record and was not changed.' });
  const found: Oddity[] = [];
  if (removedOn && !removalReason)
    found.push({
      field: 'removal_reason',
      message: 'Nobody leaves the list without a reason: the wait stays open (WAIT-43).',
    });
  if (!removedOn && removalReason)
    found.push({ field: 'removed_on', message: 'There is a reason but no day: the wait stays open (WAIT-43).' });
  if (removalReason === 'seen' && !firstContactOn && !state.firstContact)
    found.push({ field: 'first_contact', message: 'Removed as seen, but no first contact is known (WAIT-31).' });
  if (!state.received) return found;
  if (state.removed && !state.startsHad.includes(receivedOn)) found.push(differs('referral_received'));
  if (firstContactOn && state.firstContact && state.firstContact.on !== firstContactOn)
    found.push(differs('first_contact'));
  if (removedOn && state.removed && state.removed.on !== removedOn) found.push(differs('removed_on'));
  if (removalReason && state.removed && state.removed.reason !== removalReason) found.push(differs('removal_reason'));
  if (urgency && urgencies.indexOf(urgency) > urgencies.indexOf(state.urgency)) found.push(differs('urgency'));
  return found;
}
