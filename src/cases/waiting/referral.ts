// A referral comes onto the list: its clock starts on the day on which the provider received it (WAIT-01).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsCivilDate } from '../../engine/api/field-checks.js';
import { CommandRunner } from '../../engine/commands/command-runner.js';
import { recordedOf } from '../../engine/person/person-then.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { notFound, OnwardError } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import type { Journal } from '../../store/journal.js';
import {
  pathways,
  referralSources,
  urgencies,
  type Pathway,
  type ReferralSource,
  type Urgency,
} from './domain/codes.js';
import { waitEvents as events, type DataOf } from './domain/events.js';
import { packFor } from './pack.js';
import { waitUseCase, whoeverIsInTouch } from './wait-use-case.js';

export class Referral {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty({ enum: pathways }) @IsIn(pathways) pathway: Pathway;
  @ApiProperty({ example: 'speech-and-language-therapy' }) @IsString() @Length(1, 120) service: string;
  @ApiProperty({ required: false, description: 'Default: your organisation' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  provider?: string;
  @ApiProperty({ required: false, description: 'Day on which the provider received it (default: today)' })
  @IsOptional()
  @IsCivilDate()
  receivedOn?: CivilDate;
  @ApiProperty({ enum: urgencies, required: false, default: 'routine' })
  @IsOptional()
  @IsIn(urgencies)
  urgency?: Urgency;
  @ApiProperty({ enum: referralSources, required: false }) @IsOptional() @IsIn(referralSources) source?: ReferralSource;
  @ApiProperty({ required: false, description: 'Free text; kept sealed' })
  @IsOptional()
  @IsString()
  @Length(1, 4000)
  reason?: string;
}

interface Referred {
  readonly on: CivilDate;
  readonly referral: DataOf<'referralReceived'>;
}

export const refer = waitUseCase({
  name: 'Refer',
  asks: 'Refer',
  post: 'api/v1/waits',
  does: 'Put a referral on the waiting list',
  rules: ['WAIT-01', 'WAIT-07'],
  who: whoeverIsInTouch('WAIT-01: whoever receives or makes the referral; a SEND caseworker for health advice'),
  input: Referral,
  uses: [CommandRunner],
  newId: ({ context }) => idFrom(context.commandId, 'wait'),
  async command({ input, today, context }, { journal }) {
    const { receivedOn: on = today, provider = context.actor.organisation, ...rest } = input;
    const { urgency = 'routine', source = 'not-known', ...said } = rest;
    await requireYoungPerson(journal, said.personId);
    return { on, referral: { ...said, provider, urgency, source, ...packFor(on) } };
  },
  decide({ on, referral }: Referred, wait) {
    if (wait.received)
      throw new OnwardError('already-exists', { detail: 'This referral is on the waiting list already.' });
    return [events.referralReceived.fact(on, referral)];
  },
  noForm: missing,
});

/** A wait is about a young person who is registered; their own stream is asked, not a copy that may lag behind. */
async function requireYoungPerson(journal: Journal, personId: string): Promise<void> {
  const recorded = await recordedOf(journal, personId, { closed: true });
  if (recorded.length === 0) throw notFound('young person', personId);
}
