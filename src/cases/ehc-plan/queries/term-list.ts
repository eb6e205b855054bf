// The term list of one institution as of a date: who is on it and why, who has it: query, handler and route (EHC-11).
import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { termOf } from '../domain/term-lists/terms.js';
import { listAsOf } from '../term-lists/list-as-of.js';
import { reviewsOfTerm } from '../term-lists/reviews-of-term.js';
import { TermListView } from './term-list-view.js';

export class WhoseTerm {
  @ApiProperty({ required: false, description: 'Code of the authority (default: your organisation)' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  authority?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() asOf?: string;
  @ApiProperty({ required: false }) @IsOptional() @IsString() after?: string;
}

/** In an address: those who attend no institution. */
export const institutionOf = (given: string): string | undefined => (given === 'none' ? undefined : given);

export class GetTermList extends OnwardQuery<TermListView> {
  readonly shows = everyoneIn;

  constructor(
    readonly authority: string,
    readonly term: string,
    readonly institution: string | undefined,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(GetTermList)
export class GetTermListHandler implements IQueryHandler<GetTermList> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ authority, term: termId, institution, asked: { asOf } }: GetTermList): Promise<TermListView> {
    const { db } = this.readSide;
    const term = termOf(authority, termId);
    const list = listAsOf(db, authority, term, institution, asOf);
    const latest = new Set(list.sent.at(-1)?.planIds);
    const items = reviewsOfTerm(db, authority, term, asOf)
      .filter((review) => review.institution === institution)
      .map(({ institution: _, ...review }) => ({ ...review, wasSent: latest.has(review.planId) }));
    const sql = 'SELECT revision FROM term_list_state WHERE id = ?';
    const revision = db.get<{ revision: number }>(sql, list.id)?.revision;
    const view = { ...list, term: term.id, institution: institution ?? null, reviews: items.length, items, revision };
    return Promise.resolve(view);
  }
}

@ApiTags('Term lists')
@Controller('api/v1/term-lists')
export class GetTermListController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(':term/:institution')
  @QueryRoute('The reviews of a term at one institution (`none`: at no institution)', TermListView, [
    'EHC-09',
    'EHC-11',
    'EHC-44',
    'EHC-45',
  ])
  get(
    @Param('term') term: string,
    @Param('institution') institution: string,
    @Query() { authority }: WhoseTerm,
    @AskedBy() asked: Asked,
  ): Promise<TermListView> {
    const whose = authority ?? asked.actor.organisation;
    return this.dispatcher.ask(new GetTermList(whose, term, institutionOf(institution), asked));
  }
}
