// What the commands on a registered young person have in common: whom it is about, and the day on which it happened.
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsCivilDate } from '../../../engine/api/validation.js';
import { OnwardCommand } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/civil-date.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { invalid } from '../../../kernel/errors.js';

export const personRoute = 'api/v1/young-people/:personId';

export class Dated {
  @ApiProperty({ required: false, example: '2026-11-30', description: 'The day on which it happened (default: today)' })
  @IsOptional()
  @IsCivilDate()
  on?: CivilDate;
}

/** What was sent, and the day it happened. Error: `invalid-input` when that is still to come. */
export function dated<D extends Dated>({ on, ...details }: D, today: CivilDate): [Omit<D, 'on'>, CivilDate] {
  if (on !== undefined && on > today) throw invalid('on', 'is in the future', 'REC-24');
  return [details, on ?? today];
}

export abstract class AboutPerson<D> extends OnwardCommand {
  constructor(
    readonly personId: string,
    readonly details: D,
    readonly on: CivilDate,
    context: CommandContext,
  ) {
    super(context);
  }
}
