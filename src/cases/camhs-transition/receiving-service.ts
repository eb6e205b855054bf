// A service receives the young person: it opens the case, or accepts the hand-over as a whole (TRN-01). Its own word, or what CAMHS was told (TRN-01b).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { Dated } from '../../engine/use-cases/dated.js';
import { freeText, one, oneOrNone, optionsOf } from '../../engine/web/forms/questions.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, OnwardError, refuse } from '../../kernel/errors.js';
import { reportChannels, type AcceptanceRecorder, type ReportChannel } from './domain/codes.js';
import { destinationCodes, serviceOf } from './domain/destinations.js';
import { transitionEvents as events } from './domain/events.js';
import { needed, notBefore, opened } from './domain/guards.js';
import { ReceivingSide } from './receiving-side.js';
import {
  dayOf,
  handOverForm,
  received,
  services,
  today,
  type HandOverNow,
  type HandOverSubject,
} from './transition-forms.js';
import { bothSides, transitionUseCase } from './transition-use-case.js';

interface Acceptance {
  readonly on: CivilDate;
  readonly service: string;
  readonly recordedBy: AcceptanceRecorder;
  /** Who of the service accepted. */
  readonly by?: string;
  /** How CAMHS was told of it. */
  readonly channel?: ReportChannel;
  readonly evidence?: string;
}

/** What is kept of it. Errors: `invalid-input` for what a report of CAMHS lacks. */
function acceptanceOf({ recordedBy, by, channel, evidence }: Acceptance) {
  if (recordedBy === 'receiver') return { recordedBy };
  needed(by, 'by', 'names who of the service accepted: CAMHS records it for them', 'TRN-01b');
  needed(evidence, 'evidence', 'is needed where CAMHS records it for the service: what shows it', 'TRN-01b');
  if (channel === undefined) throw invalid('channel', 'says how the service told CAMHS', 'TRN-01b');
  return { recordedBy, channel };
}

export class OpenReceivingServiceBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) service: string;
  @ApiProperty({ description: 'Its own reference' }) @IsString() @Length(1, 200) reference: string;
  @ApiProperty({ required: false, description: 'Who of the service opened it' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  by?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 400) evidence?: string;
  @ApiProperty({
    required: false,
    enum: reportChannels,
    description:
      'How the service told CAMHS; needed where CAMHS records it for a service that has nobody here (TRN-01b)',
  })
  @IsOptional()
  @IsIn(reportChannels)
  channel?: ReportChannel;
}

interface Opening extends Acceptance {
  readonly reference: string;
}

export const openReceivingService = transitionUseCase({
  name: 'OpenReceivingService',
  asks: 'OpenReceivingService',
  post: 'api/v1/transitions/:transitionId/receiving-service/opened',
  does: 'Record that the receiving service opened the case',
  rules: ['TRN-01', 'TRN-01b'],
  who: {
    roles: bothSides,
    because:
      'The receiving service opens the case; CAMHS records it only for one that has nobody here, with who said so and what shows it (TRN-01b).',
  },
  input: OpenReceivingServiceBody,
  uses: [ReceivingSide],
  command: ({ details, on, context }, receiving) => ({
    ...details,
    on,
    recordedBy: receiving.recorderOf(context.actor, details.service),
  }),
  decide(opening: Opening, state) {
    const { on, service, reference, by, evidence } = opening;
    const { referredOn } = opened(state);
    serviceOf(service, 'service');
    notBefore(on, referredOn, 'the referral to CAMHS');
    if (state.receivers.some((one) => one.service === service && !one.letGo))
      throw new OnwardError('already-exists', { detail: 'This service has opened the case already.' });
    return [events.receivingServiceOpened.fact(on, { service, reference, by, evidence, ...acceptanceOf(opening) })];
  },
  forms: [
    handOverForm({
      step: 'opened',
      group: 'hand-over',
      offers: untilReceived('Record that the receiving service has opened the case'),
      title: 'The receiving service has opened the case',
      lead: 'From this day on that service has the young person, leads and is called in a crisis (TRN-01, TRN-01a). It records this itself; CAMHS only for a service that has nobody here (TRN-01b).',
      button: 'Record the opening',
      checkFirst: 'You are about to say that this service has the young person from this day on.',
      recorded: 'It is recorded that the service has opened the case.',
      questions: () => ({
        on: dayOf('When was it opened?'),
        service: one<string>({ label: 'Which service?', options: services, none: 'Choose the service' }),
        reference: freeText({ label: 'Its own reference' }),
        by: freeText({ label: 'Who of the service opened it? (optional)' }),
        ...report(),
      }),
      prefill: todayAtTheChosen,
      sends: ({ reference = '', ...answers }, { view }) => ({
        at: { transitionId: view.id },
        input: { ...answers, reference },
      }),
    }),
  ],
});

export class AcceptHandOverBody extends Dated {
  @ApiProperty({ enum: destinationCodes }) @IsIn(destinationCodes) service: string;
  @ApiProperty({ description: 'Who accepted' }) @IsString() @Length(1, 200) by: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 400) evidence?: string;
  @ApiProperty({
    required: false,
    enum: reportChannels,
    description:
      'How the service told CAMHS; needed where CAMHS records it for a service that has nobody here (TRN-01b)',
  })
  @IsOptional()
  @IsIn(reportChannels)
  channel?: ReportChannel;
}

interface WholeAccepted extends Acceptance {
  readonly by: string;
}

export const acceptHandOver = transitionUseCase({
  name: 'AcceptHandOver',
  asks: 'AcceptHandOver',
  post: 'api/v1/transitions/:transitionId/hand-over/accepted',
  does: 'Accept the hand-over as a whole',
  rules: ['TRN-01', 'TRN-01b', 'TRN-B3.3'],
  who: {
    roles: bothSides,
    because: 'The receiver acknowledges item by item; CAMHS records it for one that is not here (TRN-01b, TRN-B3.3).',
  },
  input: AcceptHandOverBody,
  uses: [ReceivingSide],
  command: ({ details, on, context }, receiving) => ({
    ...details,
    on,
    recordedBy: receiving.recorderOf(context.actor, details.service),
  }),
  decide(accepted: WholeAccepted, state) {
    const { on, service, by, evidence } = accepted;
    opened(state);
    serviceOf(service, 'service');
    const items = Object.values(state.items);
    if (items.length === 0) {
      throw refuse('TRN-01b', 'Nothing was handed over: there is no item to accept.', {
        help: 'CAMHS offers the items of the hand-over first, at least one.',
      });
    }
    const missing = items.filter(({ status }) => status !== 'accepted');
    if (missing.length > 0) {
      const each = missing.map(({ kind, status }) => `${kind} (${status})`).join(', ');
      throw refuse('TRN-B3.3', `The hand-over is not full: ${each}.`, {
        help: 'Accept or return each item first; CAMHS offers a returned item again.',
      });
    }
    return [events.handOverAccepted.fact(on, { service, by, evidence, ...acceptanceOf(accepted) })];
  },
  forms: [
    handOverForm({
      step: 'accept-all',
      group: 'hand-over',
      offers: untilReceived('Accept the hand-over as a whole', isFull),
      title: 'Accept the hand-over as a whole',
      lead: 'From this day on your service has the young person: CAMHS may close the case after it (TRN-01).',
      button: 'Accept the hand-over',
      checkFirst: 'You are about to say that your service has the young person from this day on.',
      recorded: 'The hand-over is accepted.',
      questions: () => ({
        on: dayOf('When was it accepted?'),
        service: one<string>({ label: 'Which service?', options: services, none: 'Choose the service' }),
        by: freeText({ label: 'Who accepted it?' }),
        ...report(),
      }),
      prefill: todayAtTheChosen,
      sends: ({ by = '', ...answers }, { view }) => ({ at: { transitionId: view.id }, input: { ...answers, by } }),
    }),
  ],
});

/** Whoever has received the young person has nothing left to accept. */
function untilReceived(text: string, when: (now: HandOverNow) => boolean = () => true) {
  return (now: HandOverNow) => (!received(now) && when(now) ? [{ about: 'case', text }] : []);
}

function isFull({ view: { items } }: HandOverNow): boolean {
  return items.length > 0 && items.every(({ status }) => status === 'accepted');
}

function todayAtTheChosen(subject: HandOverSubject) {
  return { ...today(subject), service: subject.view.destinationCode };
}

/** Asked of CAMHS, where it records for a service that has nobody here (TRN-01b); the service itself leaves it empty. */
const report = () => ({
  channel: oneOrNone<ReportChannel>({
    label: 'If CAMHS records it for the service: how were you told?',
    options: optionsOf(toldBy),
  }),
  evidence: freeText({
    label: 'Where is that written?',
    hint: 'Needed where CAMHS records it for the service: the letter, the message or the minute',
  }),
});

const toldBy = reportChannels.filter((channel) => channel !== 'loaded-file');
