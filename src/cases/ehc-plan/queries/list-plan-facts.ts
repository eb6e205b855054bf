// Every dated fact of a plan that can be put right, with the event that says so: query, handler and route.
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { notFound } from '../../../kernel/errors.js';
import { readWholeState } from '../../../engine/processing/case-projection.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { entriesOf, fieldOf } from '../domain/entries.js';
import type { Plan } from '../domain/state.js';

export class PlanFact {
  @ApiProperty({ description: 'What a correction or a withdrawal names' }) eventId: string;
  @ApiProperty({ description: '`on` for the day of the event itself, else the field that it carries' }) field: string;
  @ApiProperty({ example: '2025-11-25' }) on: CivilDate;
}

export class PlanFacts {
  @ApiProperty({ type: [PlanFact] }) items: readonly PlanFact[];
}

export class ListPlanFacts extends OnwardQuery<PlanFacts> {
  readonly shows = () => [this.planId];

  constructor(
    readonly planId: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

/** As they stand now, corrected and without what was taken back; one event may stand at several places of the state. */
export function factsIn(plan: Plan): PlanFact[] {
  const found = new Map<string, PlanFact>();
  for (const entry of entriesOf(plan)) {
    const fact = { eventId: entry.eventId, field: fieldOf(entry), on: entry.on };
    found.set(`${fact.eventId} ${fact.field}`, fact);
  }
  return [...found.values()].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

@QueryHandler(ListPlanFacts)
export class ListPlanFactsHandler implements IQueryHandler<ListPlanFacts> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ planId }: ListPlanFacts): Promise<PlanFacts> {
    const plan = readWholeState<Plan>(this.readSide.db, 'ehc_plan', planId);
    if (!plan) throw notFound('EHC plan', planId);
    return Promise.resolve({ items: factsIn(plan) });
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans/:id/facts')
export class ListPlanFactsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('The dated facts of a plan that can be corrected or withdrawn', PlanFacts, ['REC-24'])
  get(@Param('id') id: string, @AskedBy() asked: Asked): Promise<PlanFacts> {
    return this.dispatcher.ask(new ListPlanFacts(id, asked));
  }
}
