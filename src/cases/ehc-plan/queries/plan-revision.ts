// At which revision a plan stands: what a form carries so that a change by somebody else is noticed.
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { noOne } from '../../../engine/access/shows.js';
import { notFound } from '../../../kernel/errors.js';
import { readRevision } from '../../../engine/processing/case-projection.js';
import { ReadSide } from '../../../engine/processing/read-side.js';

export class PlanRevision {
  @ApiProperty({ description: 'Send it as If-Match with a change' }) revision: number;
}

export class GetEhcPlanRevision extends OnwardQuery<PlanRevision> {
  readonly shows = noOne;

  constructor(
    readonly planId: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(GetEhcPlanRevision)
export class GetEhcPlanRevisionHandler implements IQueryHandler<GetEhcPlanRevision> {
  constructor(private readonly readSide: ReadSide) {}

  async execute({ planId }: GetEhcPlanRevision): Promise<PlanRevision> {
    const revision = await Promise.resolve(readRevision(this.readSide.db, 'ehc_plan', planId));
    if (revision === undefined) throw notFound('EHC plan', planId);
    return { revision };
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans/:id/revision')
export class GetEhcPlanRevisionController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('At which revision the plan stands', PlanRevision)
  get(@Param('id') id: string, @AskedBy() asked: Asked): Promise<PlanRevision> {
    return this.dispatcher.ask(new GetEhcPlanRevision(id, asked));
  }
}
