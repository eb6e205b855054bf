// One plan with its reviews, as of a date: query, handler and route.
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { choicesIn } from '../../../engine/settings/setting-table.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { notFound } from '../../../kernel/errors.js';
import { readState } from '../../../engine/processing/case-projection.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import type { Plan } from '../domain/state.js';
import { EhcPlanView } from './plan-view.js';
import { viewPlan } from './view-plan.js';

export class GetEhcPlan extends OnwardQuery<EhcPlanView> {
  readonly shows = everyoneIn;

  constructor(
    readonly id: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(GetEhcPlan)
export class GetEhcPlanHandler implements IQueryHandler<GetEhcPlan> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ id, asked: { asOf } }: GetEhcPlan): Promise<EhcPlanView> {
    const { db } = this.readSide;
    const plan = readState<Plan>(db, 'ehc_plan', id);
    const sql = 'SELECT birth_date FROM young_person WHERE id = ?';
    const person = db.get<{ birth_date: CivilDate | null }>(sql, plan?.personId ?? '');
    const birthDate = person?.birth_date ?? undefined;
    const view = plan && viewPlan(id, plan, asOf, { birthDate, choices: choicesIn(db) });
    if (!view) throw notFound('EHC plan', id);
    return Promise.resolve(view);
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans')
export class GetEhcPlanController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(':id')
  @QueryRoute('One EHC plan with its reviews and the ledger of each', EhcPlanView, ['EHC-02', 'EHC-16', 'R8'])
  get(@Param('id') id: string, @AskedBy() asked: Asked): Promise<EhcPlanView> {
    return this.dispatcher.ask(new GetEhcPlan(id, asked));
  }
}
