// Consent for one purpose and one recipient: who may decide depends on age and competence on the day (TRN-40 to TRN-43).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { assessmentsFor, consentOn, whoMayDecide } from '../../engine/person/domain/consent.js';
import {
  consentDeciders,
  consentDecisions,
  consentPurposeCodes,
  youngPersonEvents as events,
  type ConsentDecider,
  type ConsentDecision,
  type DataOf,
  type ParentalResponsibility,
} from '../../engine/person/domain/events.js';
import type { YoungPerson } from '../../engine/person/domain/state.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { formsAt } from '../../engine/use-cases/placed-form.js';
import { listedOptions } from '../../engine/web/forms/listed.js';
import { date, freeText, one, optionsOf, pick } from '../../engine/web/forms/questions.js';
import { paths } from './paths.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { inWords } from '../../engine/web/present/words.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { checkMayOpen } from './domain/consent-recording.js';
import { personUseCase } from './person-use-case.js';
import { birthDateOf, PersonReader } from './profile/person-reader.js';

export class NewConsent extends Dated {
  @ApiProperty({ enum: consentPurposeCodes }) @IsIn(consentPurposeCodes) purpose: string;

  @ApiProperty({ description: 'Code of the organisation or service', example: 'estuary-adult-mental-health' })
  @IsString()
  @Length(1, 60)
  recipient: string;

  @ApiProperty({ enum: consentDecisions }) @IsIn(consentDecisions) decision: ConsentDecision;
  @ApiProperty({ enum: consentDeciders }) @IsIn(consentDeciders) decidedBy: ConsentDecider;

  @ApiProperty({ required: false, description: 'The contact who decided, when it was not the young person' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  contactId?: string;

  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) why?: string;
}

export interface ConsentSubject {
  readonly personId: string;
  readonly purpose: string;
  /** Today: only what there is then is offered. */
  readonly day: string;
  /** Organisations that this young person was asked about before. */
  readonly recipients: readonly string[];
}

const consentForm = formsAt<ConsentSubject, never>('consent');

/** The birth date, and what is known of the contact's parental responsibility, are sealed in the history: they are read beforehand. */
interface Decided {
  readonly on: CivilDate;
  readonly consent: DataOf<'consentRecorded'>;
  readonly birthDate: CivilDate;
  readonly parentalResponsibility?: ParentalResponsibility;
}

export const recordConsent = personUseCase({
  name: 'RecordConsent',
  asks: 'RecordConsent',
  post: 'api/v1/young-people/:personId/consents',
  does: 'Record consent given, refused or withdrawn',
  rules: ['TRN-40', 'TRN-41', 'TRN-42', 'TRN-43'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse'],
    because:
      'Those who asked record the answer (TRN-40 to TRN-43); src/cases/young-person/domain/consent-recording.json says which consent each may record as given.',
  },
  input: NewConsent,
  uses: [PersonReader],
  async command({ at: { personId }, details: consent, on, context }, reader) {
    if (consent.decision === 'given') checkMayOpen(context.actor, consent.purpose, consent.recipient);
    const { profile } = await reader.read(personId);
    const { parentalResponsibility } = profile.contacts[consent.contactId ?? ''] ?? {};
    return { on, consent, birthDate: birthDateOf(profile, personId), parentalResponsibility };
  },
  decide(decided: Decided, person) {
    const { on, consent, birthDate } = decided;
    if (on < birthDate) throw invalid('on', 'is before the young person was born');
    if (person.diedOn !== undefined && on > person.diedOn)
      throw refuse('TRN-43', `The young person died on ${person.diedOn}.`);
    checkAuthority(decided, person);
    const before = consentOn(person, consent.purpose, consent.recipient, on);
    if (consent.decision === 'withdrawn' && before?.decision !== 'given') {
      throw refuse(
        'TRN-43',
        'There is no consent for this purpose and recipient that could be withdrawn on this day.',
        { help: 'To record that the answer is no, record the decision as refused.' },
      );
    }
    return [events.consentRecorded.fact(on, consent)];
  },
  forms: [
    consentForm({
      step: 'consent',
      group: 'person',
      offers: () => [],
      title: 'Record consent',
      lead: 'For one purpose and one organisation, with its day (TRN-43). From 16 it is the young person’s own decision (TRN-40).',
      button: 'Record the decision',
      recorded: 'The decision on consent is recorded.',
      questions: ({ day }) => ({
        on: date({ label: 'When was it decided?', what: 'The day of the decision' }),
        decision: one<ConsentDecision>({
          label: 'What was decided?',
          options: optionsOf(consentDecisions, { withdrawn: 'Stops every new disclosure; what was told stays told' }),
          none: 'Say what was decided (TRN-43)',
        }),
        recipient: pick<string>({
          label: 'With which organisation?',
          hint: 'Consent is for one at a time (TRN-43)',
          options: listedOptions(['organisations'], day),
          none: 'Say with which organisation: consent is for one at a time (TRN-43)',
        }),
        decidedBy: one<ConsentDecider>({
          label: 'Who decided?',
          options: optionsOf(consentDeciders),
          none: 'Say who decided (TRN-40)',
        }),
        why: freeText({ label: 'In their words (optional)', hint: 'Kept sealed' }),
      }),
      prefill: ({ recipients }) => ({
        recipient: recipients.length === 1 ? recipients[0] : undefined,
        decidedBy: 'young-person',
      }),
      sends: (answers, { personId, purpose }) => ({ at: { personId }, input: { purpose, ...answers } }),
    }),
  ],
  page: paths.consent.pattern,
});

/** The same authority gives, refuses and withdraws. */
function checkAuthority({ on, consent, birthDate, parentalResponsibility }: Decided, person: YoungPerson): void {
  const may = whoMayDecide(birthDate, on, assessmentsFor(person, consent.purpose, consent.recipient));
  if (!may.deciders.includes(consent.decidedBy)) {
    const help =
      consent.decidedBy === 'young-person'
        ? 'Record an assessment of competence for this decision first.'
        : `This decision is for: ${may.deciders.map(inWords).join(', ')}. Disclosure against it needs a recorded override (TRN-44).`;
    throw refuse(may.rule, may.because, { help });
  }
  if (
    consent.decidedBy === 'person-with-parental-responsibility' &&
    consent.contactId !== undefined &&
    parentalResponsibility !== 'yes'
  ) {
    throw refuse('TRN-41', 'This contact is not recorded as having parental responsibility.', {
      help: 'Correct the contact if that is wrong, or name another.',
    });
  }
}
