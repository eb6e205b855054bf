// Offers items of the hand-over, or one again that was returned.
import { useCase } from '../../../engine/use-cases/use-case.js';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { idFrom } from '../../../kernel/ids.js';
import { handOverKinds } from '../domain/codes.js';
import { Dated } from '../../../engine/use-cases/dated.js';
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

export const offerHandOverItems = useCase({
  name: 'OfferHandOverItems',
  post: 'api/v1/transitions/:transitionId/hand-over/items',
  section: 'Transitions',
  does: 'Offer items of the hand-over',
  rules: ['TRN-40', 'TRN-44', 'TRN-B3.3'],
  who: { roles: ['system', 'camhs-clinician'], because: 'CAMHS hands over (TRN-B3.3).' },
  input: OfferHandOverItemsBody,
  uses: [TransitionCases],
  handle: async ({ at: { transitionId: id }, details, on, context }, cases) => {
    const items = details.items.map(({ itemId, kind, note }, index) => ({
      itemId: itemId ?? idFrom(context.commandId, 'hand-over-item', index),
      kind,
      note,
    }));
    const consents = await cases.consentsOn(id, on);
    return cases.run(id, { type: 'OfferItems', on, items, consents }, context);
  },
});
