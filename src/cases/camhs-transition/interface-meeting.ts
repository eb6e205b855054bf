// The interface meeting: a case is discussed with adult services, by name only with consent for everybody there (TRN-44).
import { ApiProperty } from '../../engine/api/api-property.js';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { discussWithAdultServices } from '../../engine/person/domain/events.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { listedOptions } from '../../engine/web/forms/listed.js';
import {
  date,
  freeText,
  one,
  oneOrNone,
  optionalDate,
  optionsOf,
  pickOrNone,
  several,
} from '../../engine/web/forms/questions.js';
import { words } from '../../engine/web/present/words.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, OnwardError, refuse } from '../../kernel/errors.js';
import { idFromText } from '../../kernel/ids.js';
import {
  attendeeRoles,
  interfaceDecisions,
  interfaceManners,
  type AttendeeRole,
  type InterfaceDecision,
  type InterfaceManner,
} from './domain/codes.js';
import { consentOfAll, type ConsentStatus } from './domain/consent.js';
import { transitionEvents as events } from './domain/events.js';
import { notBefore, stillOpen } from './domain/guards.js';
import type { Minute } from './domain/state.js';
import { transitionForm, ofCase } from './transition-forms.js';
import { transitionUseCase } from './transition-use-case.js';

export class DiscussAtInterfaceBody extends Dated {
  @ApiProperty() @IsString() @Length(1, 120) meetingId: string;
  @ApiProperty({
    enum: interfaceManners,
    description: 'Named needs consent; override needs one on the record (TRN-44)',
  })
  @IsIn(interfaceManners)
  manner: InterfaceManner;
  @ApiProperty({ type: [String], description: 'Codes of the adult services at the meeting' })
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  recipients: string[];
  @ApiProperty({
    required: false,
    enum: interfaceDecisions,
    description: 'What the meeting came to; not when anonymised',
  })
  @IsOptional()
  @IsIn(interfaceDecisions)
  decision?: InterfaceDecision;
  @ApiProperty({ required: false, description: 'What was said, in short; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  minute?: string;
  @ApiProperty({ required: false, description: 'What is to be done; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  action?: string;
  @ApiProperty({ required: false, enum: attendeeRoles, description: 'Who does it' })
  @IsOptional()
  @IsIn(attendeeRoles)
  actionBy?: AttendeeRole;
  @ApiProperty({ required: false, example: '2026-12-15' }) @IsOptional() @IsCivilDate() actionDueOn?: CivilDate;
}

interface Discussed extends Minute {
  readonly on: CivilDate;
  readonly meetingId: string;
  readonly manner: InterfaceManner;
  /** Codes of the adult services that are there. */
  readonly recipients: readonly string[];
  /** How consent stood on that day, for each of the recipients. */
  readonly consents: readonly ConsentStatus[];
}

export const discussAtInterface = transitionUseCase({
  name: 'DiscussAtInterface',
  asks: 'DiscussAtInterface',
  post: 'api/v1/transitions/:transitionId/interface-discussions',
  does: 'Record the discussion of a case at the interface meeting',
  rules: ['TRN-43', 'TRN-44', 'AMB-05'],
  input: DiscussAtInterfaceBody,
  elsewhere: ['meetingId'],
  async command({ at, details, on }, cases) {
    const { person } = await cases.read(at.transitionId);
    const all = person.consents[discussWithAdultServices] ?? [];
    const meetingId = idFromText('interface-meeting', details.meetingId);
    return { ...details, on, meetingId, consents: consentOfAll(all, details.recipients, on) };
  },
  decide(discussed: Discussed, state) {
    const { on, meetingId, manner, recipients, consents, decision, minute, action, actionBy, actionDueOn } = discussed;
    const { referredOn } = stillOpen(state);
    notBefore(on, referredOn, 'the referral to CAMHS');
    if (recipients.length === 0) throw invalid('recipients', 'names at least one adult service', 'TRN-43');
    if (state.discussions.some((one) => one.meetingId === meetingId))
      throw new OnwardError('already-exists', { detail: 'This case was discussed at that meeting already.' });
    mayBeDiscussed(manner, consents);
    mayBeMinuted(discussed);
    const consentEventIds = manner === 'anonymised' ? [] : consents.flatMap(({ eventId }) => eventId ?? []);
    const minuted = { decision, minute, action, actionBy, actionDueOn };
    const data = { meetingId, manner, recipients: [...recipients], consentEventIds, ...minuted };
    return [events.interfaceDiscussed.fact(on, data)];
  },
  forms: [
    transitionForm({
      step: 'interface',
      group: 'case',
      offers: ofCase('Record an interface discussion'),
      title: 'Record an interface discussion',
      lead: 'That the case was discussed, with whom, and whether by name (TRN-44). Steps of the protocol are recorded by themselves.',
      button: 'Record the discussion',
      recorded: 'The discussion is recorded.',
      questions: ({ today, work }) => ({
        on: date({ label: 'When was the meeting?', what: 'The day of the meeting' }),
        recipients: several<string>({
          label: 'Which adult services were there?',
          options: work.consents.map(({ recipient }) => ({ value: recipient, text: words(recipient) })),
        }),
        other: pickOrNone<string>({
          label: 'Another adult service (optional)',
          options: listedOptions(['organisations'], today),
        }),
        manner: one<InterfaceManner>({
          label: 'How was it discussed?',
          options: optionsOf(interfaceManners, mannerHints),
          none: 'Say how it was discussed (TRN-44)',
        }),
        decision: oneOrNone<InterfaceDecision>({
          label: 'What was decided? (optional)',
          hint: 'Only where the young person was named',
          options: optionsOf(interfaceDecisions),
        }),
        minute: freeText({ label: 'Minute, in short (optional)', hint: 'Kept sealed. It stands on the next agenda' }),
        action: freeText({ label: 'What is to be done? (optional)', hint: 'Kept sealed' }),
        actionBy: oneOrNone<AttendeeRole>({ label: 'By whom?', options: optionsOf(attendeeRoles) }),
        actionDueOn: optionalDate({ label: 'By when?', what: 'The day by which it is to be done', mayBeAhead: true }),
      }),
      prefill: ({ work }) =>
        work.consents.length === 1 ? { recipients: work.consents.map(({ recipient }) => recipient) } : {},
      sends({ on, recipients, other, manner, ...minuted }, { view }) {
        const there = [...new Set([...recipients, ...(other === undefined ? [] : [other])])].sort();
        // One meeting a day with the same services: recorded twice, it is found to be the same.
        const meetingId = ['interface', on, ...there].join('/').slice(0, 120);
        return { at: { transitionId: view.id }, input: { meetingId, manner, recipients: there, ...minuted, on } };
      },
    }),
  ],
});

const mannerHints: Readonly<Record<InterfaceManner, string>> = {
  named: 'Only with consent for every service that was there, on that day',
  anonymised: 'Age and stage only: needs no consent',
  override: 'Only with an override on the young person’s record',
};

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
function mayBeMinuted({ on, manner, decision, minute, action, actionBy, actionDueOn }: Discussed): void {
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
