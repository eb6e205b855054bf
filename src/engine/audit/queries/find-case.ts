// Whose case is this? A case reference leads to its person, for whoever may see that pathway.
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { CaseTypes } from '../../processing/case-types.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../access/messages.js';
import { everyoneIn } from '../../access/shows.js';
import { Policies } from '../../access/policy.js';
import { streamOf } from '../../../kernel/decider.js';
import { notFound } from '../../../kernel/errors.js';
import { ReadSide } from '../../processing/read-side.js';

export class FoundCase {
  @ApiProperty() caseId: string;
  @ApiProperty() personId: string;
  @ApiProperty({ required: false, enum: ['ehc', 'transition', 'waiting'] }) pathway?: string;
}

export class FindCase extends OnwardQuery<FoundCase> {
  readonly shows = everyoneIn;

  constructor(
    readonly caseId: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(FindCase)
export class FindCaseHandler implements IQueryHandler<FindCase> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly policies: Policies,
    private readonly caseTypes: CaseTypes,
  ) {}

  async execute({ caseId, asked }: FindCase): Promise<FoundCase> {
    const allowed = this.policies.pathways(FindCase.name, asked.actor);
    const types = this.caseTypes.all.filter(
      ({ pathway }) => pathway === undefined || !allowed || allowed.includes(pathway),
    );
    const streams = types.map(({ category }) => streamOf(category, caseId));
    const found = await Promise.resolve(
      this.readSide.db.get<{ person_id: string; category: string }>(
        `SELECT person_id, category FROM person_stream WHERE stream IN (${streams.map(() => '?').join(', ')})`,
        ...streams,
      ),
    );
    if (!found) throw notFound('case', caseId);
    const pathway = types.find(({ category }) => category === found.category)?.pathway;
    return { caseId, personId: found.person_id, pathway };
  }
}

@ApiTags('History')
@Controller('api/v1/cases')
export class FindCaseController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(':caseId')
  @QueryRoute('Whose case a reference means', FoundCase)
  get(@Param('caseId') caseId: string, @AskedBy() asked: Asked): Promise<FoundCase> {
    return this.dispatcher.ask(new FindCase(caseId, asked));
  }
}
