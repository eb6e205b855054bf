// Opening a case: the protocol is pinned, and a late referral is known as one.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { invalid, OnwardError } from '../../../kernel/errors.js';
import type { Mark } from './codes.js';
import { transitionEvents as events } from './events.js';
import { isLateReferral } from './late-referral.js';
import { notBefore, opened } from './guards.js';
import type { Transition } from './state.js';

export type OpeningCommand =
  | {
      readonly type: 'Open';
      readonly on: CivilDate;
      readonly personId: string;
      readonly referredOn: CivilDate;
      readonly team: string;
      readonly protocol: { readonly pack: string; readonly version: number };
      readonly send: boolean;
      readonly birthDate: CivilDate;
    }
  | { readonly type: 'RecordMark'; readonly on: CivilDate; readonly mark: Mark; readonly plannedFor?: CivilDate };

type Command<T extends OpeningCommand['type']> = Extract<OpeningCommand, { type: T }>;

export function open({ on, birthDate, type: _, ...details }: Command<'Open'>, { opened: there }: Transition) {
  if (there) throw new OnwardError('already-exists', { detail: 'This transition is open already.' });
  if (details.referredOn < birthDate) throw invalid('referredOn', 'must not be before the birth');
  if (details.referredOn > on) throw invalid('referredOn', 'must not be after the day on which the case is opened');
  return [events.opened.fact(on, { ...details, late: isLateReferral(birthDate, details.referredOn) })];
}

export function recordMark({ on, mark, plannedFor }: Command<'RecordMark'>, state: Transition) {
  const { referredOn } = opened(state);
  notBefore(on, referredOn, 'the referral to CAMHS');
  if (mark === 'transferPlanned' && plannedFor === undefined)
    throw invalid('plannedFor', 'is needed for a planned transfer');
  return [events.markRecorded.fact(on, { mark, plannedFor })];
}
