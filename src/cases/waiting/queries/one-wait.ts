// One wait with its clocks, as known now and as known before: query, handler, route.
import { Controller, Get, Param } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { notFound } from '../../../kernel/errors.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { oneWait, OneWait } from './wait-answer.js';

export class AskOneWait extends OnwardQuery<OneWait> {
  readonly shows = everyoneIn;

  constructor(
    readonly id: string,
    asked: Asked,
  ) {
    super(asked);
  }
}

@QueryHandler(AskOneWait)
export class AskOneWaitHandler implements IQueryHandler<AskOneWait> {
  constructor(private readonly readSide: ReadSide) {}

  async execute({ id, asked }: AskOneWait): Promise<OneWait> {
    const { db } = this.readSide;
    const row = db.get('SELECT * FROM wait_case WHERE id = ?', id);
    if (!row) throw notFound('wait', id);
    return Promise.resolve(oneWait(db, row, asked.asOf));
  }
}

@ApiTags('Waiting')
@Controller('api/v1/waits/:id')
export class OneWaitController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('One wait, with its clocks as known now and before', OneWait, ['WAIT-23', 'WAIT-44'])
  get(@Param('id') id: string, @AskedBy() asked: Asked): Promise<OneWait> {
    return this.dispatcher.ask(new AskOneWait(id, asked));
  }
}
