// Sharing without consent: its ground, its reason, a second person who authorised it, and an end (TRN-44).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { overridePolicy, refusedOn } from '../../engine/person/domain/consent.js';
import {
  consentPurposeCodes,
  overrideBases,
  youngPersonEvents as events,
  type DataOf,
  type OverrideBasis,
} from '../../engine/person/domain/events.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { formsAt } from '../../engine/use-cases/placed-form.js';
import { listedOptions } from '../../engine/web/forms/listed.js';
import { date, one, optionsOf, pick, reason as reasonAsked } from '../../engine/web/forms/questions.js';
import { paths } from './paths.js';
import { inWords, words } from '../../engine/web/present/words.js';
import { addDays, formatDate, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid, refuse } from '../../kernel/errors.js';
import { isKnownWorker, worksFor } from '../../rules/directory/current.js';
import { notListed } from '../../rules/directory/directory.js';
import { checkMayAuthorise, checkMayOpen } from './domain/consent-recording.js';
import { personUseCase } from './person-use-case.js';

export class NewConsentOverride extends Dated {
  @ApiProperty({ enum: consentPurposeCodes }) @IsIn(consentPurposeCodes) purpose: string;

  @ApiProperty({ description: 'Code of the organisation or service', example: 'estuary-adult-mental-health' })
  @IsString()
  @Length(1, 60)
  recipient: string;

  @ApiProperty({ enum: overrideBases }) @IsIn(overrideBases) basis: OverrideBasis;
  @ApiProperty({ description: 'First day on which it no longer holds; 31 days after it begins at the latest' })
  @IsCivilDate()
  until: CivilDate;
  @ApiProperty() @IsString() @Length(1, 4000) reason: string;
  @ApiProperty({
    description: 'Account of who authorised it: somebody else than whoever records it, and not of the recipient',
  })
  @IsString()
  @Length(1, 60)
  authorisedBy: string;
}

export interface OverrideSubject {
  readonly personId: string;
  /** Today: only who there is then is offered. */
  readonly day: CivilDate;
  /** Those for which the role of whoever records it may override. */
  readonly purposes: readonly string[];
  /** Chosen beforehand, where the page that led here knows it. */
  readonly purpose?: string;
  /** Accounts of those who may authorise it. */
  readonly authorisers: readonly string[];
  /** Refused or withdrawn, as it stands today. */
  readonly refusals: readonly Refusal[];
}

interface Refusal {
  readonly purpose: string;
  readonly recipient: string;
  readonly decision: string;
  readonly on: string;
}

const { longestDays, leastWords, passesRefusal } = overridePolicy;
const grounds = passesRefusal.map(inWords).join(' or ');

const standing = ({ purpose, recipient, decision, on }: Refusal): string =>
  `${words(decision)} on ${formatDate(on as CivilDate)}: ${inWords(purpose)}, ${words(recipient)}.`;

const refusalsIn = ({ refusals }: OverrideSubject): string =>
  refusals.length === 0
    ? 'No refusal and no withdrawal stands.'
    : `${refusals.map(standing).join(' ')} Only ${grounds} go against a refusal or a withdrawal.`;

const overrideForm = formsAt<OverrideSubject, never>('consent-override');

/** `recordedBy`: the account of whoever records it, who does not authorise it too. */
interface Overridden {
  readonly on: CivilDate;
  readonly override: DataOf<'consentOverridden'>;
  readonly recordedBy: string;
}

export const recordConsentOverride = personUseCase({
  name: 'RecordConsentOverride',
  asks: 'OverrideConsent',
  post: 'api/v1/young-people/:personId/consent-overrides',
  does: 'Record an override of consent: again with `until` ends it',
  rules: ['TRN-44'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because:
      'Children’s services decide to share without consent; nobody opens a record to where they work (TRN-43, TRN-44; src/cases/young-person/domain/consent-recording.json).',
  },
  input: NewConsentOverride,
  command({ details: override, on, context }) {
    const { purpose, recipient, authorisedBy } = override;
    checkMayOpen(context.actor, purpose, recipient);
    if (!isKnownWorker(authorisedBy, on)) throw notListed('workers', 'authorisedBy');
    checkMayAuthorise(worksFor(authorisedBy), purpose, recipient);
    return { on, override, recordedBy: context.actor.id };
  },
  decide({ on, override, recordedBy }: Overridden, person) {
    const { purpose, recipient, basis, reason, authorisedBy, until } = override;
    const { rule } = overridePolicy;
    const said = new Set(reason.toLowerCase().match(/\p{Letter}{2,}/gu));
    if (said.size < leastWords)
      throw invalid('reason', `must say what makes it necessary, in at least ${leastWords} different words`, rule);
    if (authorisedBy.trim() === '') throw invalid('authorisedBy', 'must say who authorised it', rule);
    if (authorisedBy === recordedBy)
      throw invalid('authorisedBy', 'must be somebody else than whoever records it', rule);
    if (until === undefined) throw invalid('until', 'must say from when on it no longer holds', rule);
    if (until < on) throw invalid('until', 'is before the override begins', rule);
    if (until > addDays(on, longestDays))
      throw invalid('until', `is more than ${longestDays} days after it begins: then it is decided anew`, rule);
    // One that ends on its own day opens nothing: it ends the one before.
    if (until > on && refusedOn(person, purpose, recipient, on) && !passesRefusal.includes(basis))
      throw refuse(rule, 'A refusal or a withdrawal stands. Only safeguarding or vital interests go against it.', {
        help: 'Ask the young person again, or record the ground on which it has to be shared all the same.',
      });
    return [events.consentOverridden.fact(on, override)];
  },
  forms: [
    overrideForm({
      step: 'override',
      group: 'person',
      offers: () => [],
      title: 'Share without consent: record an override',
      lead: (subject) =>
        `${refusalsIn(subject)} Whoever holds a case of this young person is told at once what is shared, with whom, who authorised it and ` +
        `until when (TRN-44). To end an override early, record it again with the same day as its beginning and its end.`,
      button: 'Record the override',
      checkFirst:
        'You are about to share what nobody has consented to. Check that it is the right young person, the right organisation and the right ground.',
      recorded: 'The override is recorded. Whoever holds a case of this young person is told.',
      questions: ({ day, purposes, authorisers }) => ({
        purpose: one<string>({
          label: 'What is shared?',
          options: optionsOf(purposes),
          none: 'Say what is shared (TRN-43)',
        }),
        recipient: pick<string>({
          label: 'With which organisation?',
          hint: 'With one at a time, and never with the one that you work for (TRN-43)',
          options: listedOptions(['organisations'], day),
          none: 'Say with which organisation it is shared (TRN-43)',
        }),
        basis: one<OverrideBasis>({
          label: 'On what ground?',
          hint: `Only ${grounds} go against a refusal or a withdrawal that stands`,
          options: optionsOf(overrideBases),
          none: 'Say on what ground it is shared (TRN-44)',
        }),
        reason: reasonAsked({
          label: 'What makes it necessary?',
          hint: `In at least ${leastWords} different words. Kept sealed`,
          none: 'Enter what makes it necessary (TRN-44)',
        }),
        authorisedBy: pick<string>({
          label: 'Who authorised it?',
          hint: 'A second person: somebody else than you, who works here today',
          options: listedOptions(['workers'], day).filter(({ value }) => authorisers.includes(value)),
          none: 'Say who authorised it: a second person, not you (TRN-44)',
        }),
        on: date({ label: 'From which day?', what: 'The day from which it is shared' }),
        until: date({
          label: 'From which day on is it not shared any more?',
          hint: `At most ${longestDays} days later; then it is decided anew. For example, 3 11 2026`,
          what: 'The day on which it ends',
          mayBeAhead: true,
        }),
      }),
      prefill: ({ purpose }) => ({ purpose }),
      sends: (input, { personId }) => ({ at: { personId }, input }),
    }),
  ],
  page: paths.consentOverride.pattern,
});
