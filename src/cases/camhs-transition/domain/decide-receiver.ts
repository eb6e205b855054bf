// Choosing the receiving service, referring, its answer, and the adult worker (TRN-09, TRN-25, TRN-33, TRN-50).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { OnwardError, refuse } from '../../../kernel/errors.js';
import { acceptanceOf, type Acceptance } from './acceptance.js';
import type { workerRoles } from './codes.js';
import type { ConsentStatus } from './consent.js';
import { destinationOf, serviceOf } from './destinations.js';
import { mayBeTold, restsOn } from './disclosure.js';
import { transitionEvents as events } from './events.js';
import { needed, notBefore, opened, stillOpen } from './guards.js';
import { heldOn } from './receiving.js';
import type { Referral, Transition } from './state.js';

interface To {
  readonly on: CivilDate;
  readonly destination: string;
}

export type ReceiverCommand =
  | ({ readonly type: 'ChooseReceivingService' } & To)
  | ({
      readonly type: 'ReferOnward';
      readonly evidence?: string;
      /** How consent stood on that day, for every service asked about; left out by a loaded list, which tells of what was sent. */
      readonly consents?: readonly ConsentStatus[];
    } & To)
  | ({ readonly type: 'AcceptReferral'; readonly by: string; readonly evidence: string } & To)
  | ({ readonly type: 'RefuseReferral'; readonly reason: string; readonly fallback?: string } & To)
  | {
      readonly type: 'NameAdultWorker';
      readonly on: CivilDate;
      readonly role: (typeof workerRoles)[number];
      readonly service: string;
      readonly name: string;
    }
  | { readonly type: 'MeetAdultWorker'; readonly on: CivilDate; readonly service?: string; readonly together: boolean }
  | ({
      readonly type: 'OpenReceivingService';
      readonly on: CivilDate;
      readonly service: string;
      readonly reference: string;
    } & Acceptance);

type Command<T extends ReceiverCommand['type']> = Extract<ReceiverCommand, { type: T }>;

export function chooseReceivingService({ on, destination }: Command<'ChooseReceivingService'>, state: Transition) {
  stillOpen(state);
  destinationOf(destination);
  return state.chosen?.destination === destination ? [] : [events.receivingServiceChosen.fact(on, { destination })];
}

export function referOnward({ on, destination, evidence, consents = [] }: Command<'ReferOnward'>, state: Transition) {
  const { referredOn } = stillOpen(state);
  serviceOf(destination);
  notBefore(on, referredOn, 'the referral to CAMHS');
  if (waiting(state, destination)) throw refuse('TRN-33', 'A referral to this service still waits for its answer.');
  mayBeTold(consents);
  return [events.referred.fact(on, { destination, evidence, consentEventIds: restsOn(consents) })];
}

export function acceptReferral({ on, destination, by, evidence }: Command<'AcceptReferral'>, state: Transition) {
  opened(state);
  notBefore(on, theReferral(state, destination).on, 'the referral');
  needed(evidence, 'evidence', 'is needed: the letter, the minute or the message that says so', 'TRN-50');
  return [events.referralAccepted.fact(on, { destination, by, evidence })];
}

/** TRN-33: a refusal is recorded even with nowhere else to go, also after a yes; the case then stands out until a service is chosen. */
export function refuseReferral({ on, destination, reason, fallback }: Command<'RefuseReferral'>, state: Transition) {
  opened(state);
  if (heldOn(state, on, destination))
    throw refuse('TRN-33', 'This service has the young person: it does not refuse them any more.', {
      help: 'If it lets them go, record its discharge with the reason (TRN-27).',
    });
  notBefore(on, theReferral(state, destination, 'accepted').on, 'the referral');
  needed(reason, 'reason', 'is needed', 'TRN-33');
  if (fallback !== undefined) destinationOf(fallback, 'fallback');
  if (fallback === destination) throw refuse('TRN-33', 'The fallback is the service that refused.');
  return [events.referralRefused.fact(on, { destination, fallback, reason })];
}

export function nameAdultWorker({ on, role, service, name }: Command<'NameAdultWorker'>, state: Transition) {
  opened(state);
  serviceOf(service, 'service');
  return [events.adultWorkerNamed.fact(on, { role, service, name })];
}

export function meetAdultWorker({ on, service, together }: Command<'MeetAdultWorker'>, state: Transition) {
  const { referredOn } = opened(state);
  notBefore(on, referredOn, 'the referral to CAMHS');
  if (service !== undefined) serviceOf(service, 'service');
  return [events.adultWorkerMet.fact(on, { service, together })];
}

export function openReceivingService(command: Command<'OpenReceivingService'>, state: Transition) {
  const { on, service, reference, by, evidence } = command;
  const { referredOn } = opened(state);
  serviceOf(service, 'service');
  notBefore(on, referredOn, 'the referral to CAMHS');
  if (state.receivers.some((one) => one.service === service && !one.letGo)) {
    throw new OnwardError('already-exists', { detail: 'This service has opened the case already.' });
  }
  return [events.receivingServiceOpened.fact(on, { service, reference, by, evidence, ...acceptanceOf(command) })];
}

const waiting = ({ referrals }: Transition, to: string): Referral | undefined =>
  referrals.find(({ destination, answer }) => destination === to && answer === 'waiting');

function theReferral(state: Transition, destination: string, or?: Referral['answer']): Referral {
  const answered = ({ answer, destination: to }: Referral) => to === destination && answer === or;
  const there = waiting(state, destination) ?? state.referrals.findLast(answered);
  if (!there) throw refuse('TRN-33', 'No referral to this service waits for an answer.');
  return there;
}
