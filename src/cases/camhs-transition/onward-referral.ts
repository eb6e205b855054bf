// Where the young person goes: the service that is chosen, the referral to it, and its yes or no (TRN-33, TRN-50).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Dated } from '../../engine/use-cases/dated.js';
import { date, line, one, optionalLine, pickOrNone } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { refuse } from '../../kernel/errors.js';
import type { ConsentStatus } from './domain/consent.js';
import { destinationCodes, destinationOf, serviceOf } from './domain/destinations.js';
import { mayBeTold, restsOn } from './domain/disclosure.js';
import { transitionEvents as events } from './domain/events.js';
import { needed, notBefore, opened, stillOpen } from './domain/guards.js';
import { heldOn } from './domain/receiving.js';
import type { Referral, Transition } from './domain/state.js';
import { ReceivingSide } from './receiving-side.js';
import {
  chosen,
  dayOf,
  everyDestination,
  handOverForm,
  services,
  today,
  transitionForm,
  ofCase,
  type HandOverNow,
} from './transition-forms.js';
import { bothSides, transitionUseCase } from './transition-use-case.js';

interface To {
  readonly on: CivilDate;
  readonly destination: string;
}

export class ChooseReceivingServiceBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
}

export const chooseReceivingService = transitionUseCase({
  name: 'ChooseReceivingService',
  asks: 'ChooseReceivingService',
  post: 'api/v1/transitions/:transitionId/receiving-service',
  does: 'Choose the service that is to take over',
  rules: ['TRN-50'],
  input: ChooseReceivingServiceBody,
  decide({ on, destination }: To, state) {
    stillOpen(state);
    destinationOf(destination);
    return state.chosen?.destination === destination ? [] : [events.receivingServiceChosen.fact(on, { destination })];
  },
  forms: [
    transitionForm({
      step: 'destination',
      group: 'case',
      offers: ofCase('Choose the destination'),
      title: 'Choose the destination',
      lead: 'The service that is to take over, chosen with the young person (TRN-50). Nothing closes by choosing it.',
      button: 'Record the destination',
      recorded: 'The destination is recorded.',
      questions: () => ({
        on: date({ label: 'When was it chosen?', what: 'The day on which it was chosen' }),
        destination: one<string>({
          label: 'Where to?',
          options: everyDestination,
          none: 'Choose the destination (TRN-50)',
        }),
      }),
      prefill: (subject) => chosen(subject, 'destination'),
      sends: (input, { view }) => ({ at: { transitionId: view.id }, input }),
    }),
  ],
});

export class ReferOnwardBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
  @ApiProperty({ required: false, description: 'Reference of the letter or form' })
  @IsOptional()
  @IsString()
  @Length(1, 400)
  evidence?: string;
}

interface Onward extends To {
  readonly evidence?: string;
  /** How consent stood on that day, for every service asked about; left out by a loaded list, which tells of what was sent. */
  readonly consents?: readonly ConsentStatus[];
}

export const referOnward = transitionUseCase({
  name: 'ReferOnward',
  asks: 'ReferOnward',
  post: 'api/v1/transitions/:transitionId/referrals',
  does: 'Refer to the receiving service',
  rules: ['TRN-33', 'TRN-40', 'TRN-44', 'TRN-50'],
  input: ReferOnwardBody,
  command: async ({ at, details, on }, cases) => ({
    ...details,
    on,
    consents: await cases.consentsOn(at.transitionId, on),
  }),
  decide({ on, destination, evidence, consents = [] }: Onward, state) {
    const { referredOn } = stillOpen(state);
    serviceOf(destination);
    notBefore(on, referredOn, 'the referral to CAMHS');
    if (waiting(state, destination)) throw refuse('TRN-33', 'A referral to this service still waits for its answer.');
    mayBeTold(consents);
    return [events.referred.fact(on, { destination, evidence, consentEventIds: restsOn(consents) })];
  },
  forms: [
    transitionForm({
      step: 'referral',
      group: 'case',
      offers: ofCase('Record a referral onward'),
      title: 'Record a referral onward',
      lead: 'The referral to the service that is to take over. It waits for an answer; until it is accepted CAMHS keeps the case (TRN-01, TRN-33).',
      button: 'Record the referral',
      recorded: 'The referral is recorded. It waits for an answer of the receiving service.',
      questions: () => ({
        on: date({ label: 'When was it sent?', what: 'The day on which it was sent' }),
        destination: one<string>({
          label: 'To which service?',
          options: services,
          none: 'Choose the service (TRN-50)',
        }),
        evidence: optionalLine({ label: 'Reference of the letter or form (optional)', longest: 400 }),
      }),
      prefill: (subject) => chosen(subject, 'destination'),
      sends: (input, { view }) => ({ at: { transitionId: view.id }, input }),
    }),
  ],
});

const whoAnswers = {
  roles: bothSides,
  because:
    'The receiving service answers; CAMHS records the answer of one that is not here, with its evidence (TRN-33, TRN-50).',
};

export class AcceptReferralBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
  @ApiProperty({ description: 'Who accepted' }) @IsString() @Length(1, 200) by: string;
  @ApiProperty({ description: 'Reference of the letter, minute or message' })
  @IsString()
  @Length(1, 400)
  evidence: string;
}

interface Accepted extends To {
  readonly by: string;
  readonly evidence: string;
}

export const acceptReferral = transitionUseCase({
  name: 'AcceptReferral',
  asks: 'AcceptReferral',
  post: 'api/v1/transitions/:transitionId/referrals/accepted',
  does: 'Record that the receiving service accepted the referral',
  rules: ['TRN-33', 'TRN-50'],
  who: whoAnswers,
  input: AcceptReferralBody,
  uses: [ReceivingSide],
  command({ details, on, context }, receiving) {
    receiving.recorderOf(context.actor, details.destination);
    return { ...details, on };
  },
  decide({ on, destination, by, evidence }: Accepted, state) {
    opened(state);
    notBefore(on, theReferral(state, destination).on, 'the referral');
    needed(evidence, 'evidence', 'is needed: the letter, the minute or the message that says so', 'TRN-50');
    return [events.referralAccepted.fact(on, { destination, by, evidence })];
  },
  forms: [
    handOverForm({
      step: 'accept-referral',
      group: 'hand-over',
      offers: unanswered('Accept the referral'),
      title: 'The referral is accepted',
      lead: 'A promise to take the young person on. Until the service has opened the case or accepted the hand-over, CAMHS has them still (TRN-01, TRN-33).',
      button: 'Record that it is accepted',
      recorded: 'It is recorded that the referral is accepted.',
      questions: () => ({
        on: dayOf('When was it accepted?'),
        by: line({ label: 'Who accepted it?', longest: 200, none: 'Enter who accepted it' }),
        evidence: line({
          label: 'Where is that written?',
          hint: 'The letter, the message or the minute',
          longest: 400,
          none: 'Enter where it is written',
        }),
      }),
      prefill: today,
      sends: (answers, { view, about }) => ({
        at: { transitionId: view.id },
        input: { destination: about, ...answers },
      }),
    }),
  ],
});

export class RefuseReferralBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) destination: string;
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
  @ApiProperty({ required: false, enum: destinationCodes }) @IsOptional() @IsIn(destinationCodes) fallback?: string;
}

interface Refused extends To {
  readonly reason: string;
  readonly fallback?: string;
}

export const refuseReferral = transitionUseCase({
  name: 'RefuseReferral',
  asks: 'RefuseReferral',
  post: 'api/v1/transitions/:transitionId/referrals/refused',
  does: 'Record that the receiving service refused, and where to turn now',
  rules: ['TRN-33'],
  who: whoAnswers,
  input: RefuseReferralBody,
  uses: [ReceivingSide],
  command({ details, on, context }, receiving) {
    receiving.mayRefuse(context.actor, details.destination);
    return { ...details, on };
  },
  /** TRN-33: a refusal is recorded even with nowhere else to go, also after a yes; the case then stands out until a service is chosen. */
  decide({ on, destination, reason, fallback }: Refused, state) {
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
  },
  forms: [
    handOverForm({
      step: 'refuse-referral',
      group: 'hand-over',
      offers: unanswered('Refuse it'),
      title: 'The referral is refused',
      lead: 'The young person stays with CAMHS, who look for another service (TRN-33).',
      button: 'Record that it is refused',
      checkFirst: 'You are about to say that this service does not take the young person on.',
      recorded: 'It is recorded that the referral is refused.',
      questions: () => ({
        on: dayOf('When was it refused?'),
        reason: line({ label: 'Why?', longest: 4000, none: 'Enter the reason' }),
        fallback: pickOrNone<string>({ label: 'Where to turn instead? (optional)', options: services }),
      }),
      prefill: today,
      sends: (answers, { view, about }) => ({
        at: { transitionId: view.id },
        input: { destination: about, ...answers },
      }),
    }),
  ],
});

const waiting = ({ referrals }: Transition, to: string): Referral | undefined =>
  referrals.find(({ destination, answer }) => destination === to && answer === 'waiting');

function theReferral(state: Transition, destination: string, or?: Referral['answer']): Referral {
  const answered = ({ answer, destination: to }: Referral) => to === destination && answer === or;
  const there = waiting(state, destination) ?? state.referrals.findLast(answered);
  if (!there) throw refuse('TRN-33', 'No referral to this service waits for an answer.');
  return there;
}

/** One link for each referral that nobody has answered. */
function unanswered(text: string) {
  return ({ view }: HandOverNow) => view.referrals.map(({ destination }) => ({ about: destination, text }));
}
