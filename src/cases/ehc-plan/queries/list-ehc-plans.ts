// The plans of one young person: query, handler and route.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { ReadSide } from '../../../engine/processing/read-side.js';

export class PlansOfPerson {
  @ApiProperty() @IsString() @Length(1, 120) personId: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

export class PlanOfPerson {
  @ApiProperty() id: string;
  @ApiProperty() authority: string;
  @ApiProperty() planMadeOn: string;
  @ApiProperty({ enum: ['in force', 'ended'] }) status: string;
  @ApiProperty({ type: String, nullable: true }) endedOn: string | null;
}

export class PlansOfPersonAnswer {
  @ApiProperty({ type: [PlanOfPerson] }) items: readonly PlanOfPerson[];
}

export class ListEhcPlans extends OnwardQuery<PlansOfPersonAnswer> {
  readonly shows = ({ items }: PlansOfPersonAnswer) => (items.length > 0 ? [this.personId] : []);

  constructor(
    readonly personId: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

interface Found {
  readonly id: string;
  readonly authority: string;
  readonly plan_made_on: string;
  readonly ended_on: string;
}

@QueryHandler(ListEhcPlans)
export class ListEhcPlansHandler implements IQueryHandler<ListEhcPlans> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ personId, asked: { asOf } }: ListEhcPlans): Promise<PlansOfPersonAnswer> {
    const sql = `SELECT id, authority, plan_made_on, ended_on FROM ehc_plan
      WHERE person_id = ? AND held_from <= ? ORDER BY plan_made_on, id`;
    const items = this.readSide.db.all<Found>(sql, personId, asOf).map(({ id, authority, plan_made_on, ended_on }) => {
      const ended = ended_on <= asOf;
      const status = ended ? 'ended' : 'in force';
      return { id, authority, planMadeOn: plan_made_on, status, endedOn: ended ? ended_on : null };
    });
    return Promise.resolve({ items });
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class ListEhcPlansController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('The EHC plans of one young person', PlansOfPersonAnswer)
  get(@Query() { personId }: PlansOfPerson, @AskedBy() asked: Asked): Promise<PlansOfPersonAnswer> {
    return this.dispatcher.ask(new ListEhcPlans(personId, asked));
  }
}
