// Sharing without consent: its ground, its reason, a second person who authorised it, and an end (TRN-44).
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/validation.js';
import { overridePolicy, refusedOn } from '../../engine/person/domain/consent.js';
import {
  consentPurposeCodes,
  overrideBases,
  youngPersonEvents as events,
  type DataOf,
  type OverrideBasis,
} from '../../engine/person/domain/events.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { paths } from '../../engine/web/paths.js';
import { addDays, type CivilDate } from '../../kernel/calendar/index.js';
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
    const { rule, longestDays, leastWords, passesRefusal } = overridePolicy;
    const words = new Set(reason.toLowerCase().match(/\p{Letter}{2,}/gu));
    if (words.size < leastWords)
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
  page: paths.consentOverride.pattern,
});
