// Every term list of an authority for one term, those that nobody has begun included: query, handler and route (EHC-11).
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { comingTerm, namesOf, termOf } from '../domain/term-lists/terms.js';
import { institutionsOf } from '../term-lists/institutions-of.js';
import { listAsOf } from '../term-lists/list-as-of.js';
import { TermListsView } from './term-list-view.js';
import { WhoseTerm } from './term-list.js';

export class WhichTerm extends WhoseTerm {
  @ApiProperty({ required: false, description: 'Left out, the coming one', example: '2027-spring' })
  @IsOptional()
  @IsString()
  @Length(1, 40)
  term?: string;
}

export class AskTermLists extends OnwardQuery<TermListsView> {
  readonly shows = everyoneIn;

  constructor(
    readonly authority: string,
    readonly term: string | undefined,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(AskTermLists)
export class AskTermListsHandler implements IQueryHandler<AskTermLists> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ authority, term: termId, asked: { asOf } }: AskTermLists): Promise<TermListsView> {
    const { db } = this.readSide;
    const term = termId === undefined ? comingTerm(authority, asOf) : termOf(authority, termId);
    const items = institutionsOf(db, authority, term, asOf).map(({ institution, reviews }) => {
      const { sent: _, ...list } = listAsOf(db, authority, term, institution, asOf);
      return { ...list, term: term.id, institution: institution ?? null, reviews: reviews.length };
    });
    const { id, name, firstDay, nextFirstDay } = term;
    return Promise.resolve({ authority: namesOf(authority)[0], term: id, name, firstDay, nextFirstDay, items });
  }
}

@ApiTags('Term lists')
@Controller('api/v1/term-lists')
export class AskTermListsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('The lists of reviews that institutions are to have before a term starts', TermListsView, ['EHC-11'])
  get(@Query() { authority, term }: WhichTerm, @AskedBy() asked: Asked): Promise<TermListsView> {
    return this.dispatcher.ask(new AskTermLists(authority ?? asked.actor.organisation, term, asked));
  }
}
