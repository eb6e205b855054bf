// Who a young person is: registered once, and what was wrong of it put right with a reason (REC-11).
import { ApiProperty } from '../../engine/api/api-property.js';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { IsCivilDate, OneLine } from '../../engine/api/field-checks.js';
import {
  sendStatuses,
  sexes,
  youngPersonEvents as events,
  type DataOf,
  type YoungPersonFact,
} from '../../engine/person/domain/events.js';
import { ReadSide } from '../../engine/processing/read-side.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import { ageOn, type CivilDate } from '../../kernel/calendar/index.js';
import { invalid, OnwardError } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import { added, NewIdentifier } from './identifiers.js';
import { claimAndRun } from './identifiers/claiming.js';
import { IdentifierRegistry } from './identifiers/identifier-registry.js';
import { personUseCase } from './person-use-case.js';
import { askWho } from './who/ask-who.js';
import { numberOf } from './who/known-people.js';

export class NewYoungPerson {
  @ApiProperty() @OneLine() @IsString() @Length(1, 200) givenName: string;
  @ApiProperty() @OneLine() @IsString() @Length(1, 200) familyName: string;
  @ApiProperty({ example: '2008-05-15' }) @IsCivilDate() birthDate: CivilDate;
  @ApiProperty({ enum: sexes, required: false }) @IsOptional() @IsIn(sexes) sex?: (typeof sexes)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 40) ethnicity?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(2, 12) postcode?: string;
  @ApiProperty({ enum: sendStatuses, required: false })
  @IsOptional()
  @IsIn(sendStatuses)
  sendStatus?: (typeof sendStatuses)[number];

  @ApiProperty({ required: false, description: 'Organisation that is responsible (default: yours)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  responsible?: string;

  @ApiProperty({ type: [NewIdentifier], required: false })
  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => NewIdentifier)
  identifiers?: NewIdentifier[];

  @ApiProperty({
    type: [String],
    required: false,
    description:
      'Send it to be told who on record may be the same, before anybody is registered: an empty list at first, then the ids of those whom you looked at and who are somebody else (REC-23). Left out, nobody is asked',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  notTheSameAs?: string[];
}

interface Registered {
  readonly on: CivilDate;
  readonly details: DataOf<'registered'>;
  readonly identifiers?: readonly DataOf<'identifierAdded'>[];
}

export const registerYoungPerson = personUseCase({
  name: 'RegisterYoungPerson',
  asks: 'Register',
  post: 'api/v1/young-people',
  does: 'Register a young person',
  rules: ['REC-23', 'REC-24', 'REC-30', 'REC-31', 'REC-34', 'REC-35'],
  who: {
    roles: ['system', 'send-caseworker', 'camhs-clinician', 'specialist-nurse', 'manager'],
    because:
      'Whoever meets a young person first registers them; adult services receive, they do not register (TRN-20).',
  },
  input: NewYoungPerson,
  uses: [IdentifierRegistry, ReadSide],
  newId: ({ context }) => idFrom(context.commandId, 'young-person'),
  command({ input, today: on, context }, registry) {
    const { organisation } = context.actor;
    const {
      sendStatus = 'not-known',
      responsible = organisation,
      identifiers: sent = [],
      notTheSameAs: _,
      ...rest
    } = input;
    const identifiers = sent.map(({ kind, value, issuer }, index) =>
      registry.read(kind, value, issuer ?? organisation, `identifiers.${index}.value`),
    );
    return { on, details: { ...rest, sendStatus, responsible }, identifiers };
  },
  decide({ on, details, identifiers = [] }: Registered, person) {
    if (person.registeredOn !== undefined) {
      throw new OnwardError('already-exists', { detail: 'This young person is registered already.' });
    }
    checkBirthDate(details.birthDate, on);
    const facts: YoungPersonFact[] = [events.registered.fact(on, details)];
    let held = person.identifiers;
    for (const identifier of identifiers) {
      facts.push(...added(on, identifier, { identifiers: held }));
      held = [...held, { id: identifier.identifierId, kind: identifier.kind, from: on }];
    }
    return facts;
  },
  async run(what, runner, registry, readSide) {
    const { id, command, ask } = what;
    const { givenName, familyName, birthDate, sex, postcode } = command.details;
    const numbers = (command.identifiers ?? []).map(numberOf);
    const known = { names: [{ givenName, familyName }], birthDate, sex, postcode, numbers };
    const { notTheSameAs } = ask.input;
    if (notTheSameAs) await askWho({ id, context: ask.context, known, notTheSameAs }, runner, readSide);
    return claimAndRun(what, command.identifiers ?? [], runner, registry);
  },
  noForm: missing,
});

export class CorrectedDetails extends Dated {
  @ApiProperty({ required: false }) @IsOptional() @OneLine() @IsString() @Length(1, 200) givenName?: string;
  @ApiProperty({ required: false }) @IsOptional() @OneLine() @IsString() @Length(1, 200) familyName?: string;
  @ApiProperty({ required: false, example: '2008-05-15' }) @IsOptional() @IsCivilDate() birthDate?: CivilDate;
  @ApiProperty({ required: false, enum: sexes }) @IsOptional() @IsIn(sexes) sex?: (typeof sexes)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 40) ethnicity?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(2, 12) postcode?: string;
  @ApiProperty({ description: 'Why they were wrong' }) @IsString() @Length(1, 4000) reason: string;
}

interface DetailsCorrected {
  readonly on: CivilDate;
  readonly details: DataOf<'detailsCorrected'>;
}

export const correctYoungPersonDetails = personUseCase({
  name: 'CorrectYoungPersonDetails',
  asks: 'CorrectDetails',
  post: 'api/v1/young-people/:personId/details-corrections',
  does: 'Correct details of a young person',
  rules: ['REC-11'],
  input: CorrectedDetails,
  command: ({ details, on }) => ({ on, details }),
  /** The corrected value is shown from now on; what stood there before stays in the history (REC-11). */
  decide({ on, details }: DetailsCorrected) {
    const { reason, ...changes } = details;
    if (reason.trim() === '') throw invalid('reason', 'must say why the details were wrong', 'REC-11');
    if (Object.values(changes).every((value) => value === undefined))
      throw invalid('details', 'must correct something', 'REC-11');
    checkBirthDate(details.birthDate, on);
    return [events.detailsCorrected.fact(on, details)];
  },
  noForm: missing,
});

const oldest = 120;

/** An age that nobody has is a typing mistake, not a warning. */
function checkBirthDate(birthDate: CivilDate | undefined, on: CivilDate): void {
  if (birthDate === undefined) return;
  if (birthDate > on) throw invalid('birthDate', 'is in the future');
  if (ageOn(birthDate, on).years > oldest) throw invalid('birthDate', `is more than ${oldest} years ago`);
}
