// Offers items of the hand-over, or one again that was returned: DTO, command, handler and route.
import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { Context, Today } from '../../../engine/api/request.js';
import { CommandRoute } from '../../../engine/api/routes.js';
import type { CommandResult } from '../../../engine/commands/command-runner.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { idFrom } from '../../../kernel/ids.js';
import { handOverKinds } from '../domain/codes.js';
import { AboutTransition, Dated, dated, transitionRoute } from './about-transition.js';
import { TransitionCases } from './transition-cases.js';

export class OfferedItemBody {
  @ApiProperty({ required: false, description: 'Of an item that was returned; a new item gets its own' })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  itemId?: string;
  @ApiProperty({ enum: handOverKinds }) @IsIn(handOverKinds) kind: (typeof handOverKinds)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) note?: string;
}

export class OfferHandOverItemsBody extends Dated {
  @ApiProperty({ type: [OfferedItemBody] })
  @ValidateNested({ each: true })
  @Type(() => OfferedItemBody)
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  items: OfferedItemBody[];
}

export class OfferHandOverItems extends AboutTransition<Omit<OfferHandOverItemsBody, 'on'>> {}

@CommandHandler(OfferHandOverItems)
export class OfferHandOverItemsHandler implements ICommandHandler<OfferHandOverItems> {
  constructor(private readonly cases: TransitionCases) {}

  async execute({ id, details, on, context }: OfferHandOverItems) {
    const items = details.items.map(({ itemId, kind, note }, index) => ({
      itemId: itemId ?? idFrom(context.commandId, 'hand-over-item', index),
      kind,
      note,
    }));
    const consents = await this.cases.consentsOn(id, on);
    return this.cases.run(id, { type: 'OfferItems', on, items, consents }, context);
  }
}

@ApiTags('Transitions')
@Controller(transitionRoute)
export class OfferHandOverItemsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('hand-over/items')
  @CommandRoute('Offer items of the hand-over', ['TRN-40', 'TRN-44', 'TRN-B3.3'])
  post(
    @Param('transitionId') id: string,
    @Body() body: OfferHandOverItemsBody,
    @Today() today: CivilDate,
    @Context() context: CommandContext,
  ): Promise<CommandResult> {
    return this.dispatcher.send(new OfferHandOverItems(id, ...dated(body, today), context));
  }
}
