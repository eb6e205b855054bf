// Everybody in the first six months after the transfer, the earliest transfer first (TRN-24, TRN-27): query, handler and route.
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { decodeCursor, defaultLimit, pageOf, PageQuery, type Page } from '../../../engine/api/paging.js';
import { AskedBy } from '../../../engine/api/request.js';
import { QueryRoute } from '../../../engine/api/routes.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import { OnwardQuery, type Asked } from '../../../engine/access/messages.js';
import { everyoneIn } from '../../../engine/access/shows.js';
import { Clock } from '../../../kernel/clock.js';
import { ReadSide } from '../../../engine/processing/read-side.js';
import { marked } from '../../../engine/person/person-marks.js';
import { caseColumns, caseTables, type CaseRow } from './cases.js';
import { stillOwed } from './owed-after-transfer.js';
import { FirstMonthsPage, type FirstMonthsLine } from './hand-over-views.js';
import { coverKey, firstMonths } from './view-hand-over.js';
import { visibleTo } from '../../../engine/person/visible-to.js';

export class ListFirstMonths extends OnwardQuery<Page<FirstMonthsLine>> {
  readonly shows = everyoneIn;

  constructor(
    readonly query: PageQuery,
    asked: Asked,
  ) {
    super(asked);
  }
}

const transferredOn = 'min(c.adult_opened_on, c.handed_over_on)';

@QueryHandler(ListFirstMonths)
export class ListFirstMonthsHandler implements IQueryHandler<ListFirstMonths> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly clock: Clock,
  ) {}

  async execute({ query, asked }: ListFirstMonths): Promise<Page<FirstMonthsLine>> {
    const { actor, asOf } = asked;
    const { limit = defaultLimit, cursor } = query;
    const { db } = this.readSide;
    const today = this.clock.today();
    const visible = visibleTo(actor, today);
    // Who has no last day on record stays in the list, and so does who is still owed something: nobody drops out by the calendar.
    const rows = db.all<CaseRow & { transferred_on: string }>(
      `SELECT ${caseColumns}, ${transferredOn} AS transferred_on FROM ${caseTables}
         WHERE ${transferredOn} <= ? AND (p.died_on IS NULL OR p.died_on > ?)
         AND (${stillOwed} OR NOT EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = c.id AND d.key = ? AND d.valid_from <= ? AND d.valid_to > ? AND d.due_on < ?))
         AND ${visible.sql} AND (${transferredOn}, c.id) > (?, ?) ORDER BY ${transferredOn}, c.id LIMIT ?`,
      ...[asOf, asOf, asOf, coverKey, asOf, asOf, asOf],
      ...visible.values,
      ...(decodeCursor(cursor, 2) ?? ['', '']),
      limit + 1,
    );
    const { items, next } = pageOf(rows, limit, (row) => [row.transferred_on, row.id]);
    const lines = items.map((row) => firstMonths(db, row, asOf));
    return Promise.resolve({ items: marked(db, lines, asked, today).map(held), next });
  }
}

/** They stay on the list, but nothing is owed while one record says that they died (REC-11). */
const held = (line: FirstMonthsLine): FirstMonthsLine => (line.saidToHaveDied ? { ...line, owed: [] } : line);

@ApiTags('Transitions')
@Controller('api/v1/transitions/first-months')
export class ListFirstMonthsController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('The first six months after the transfer, the earliest transfer first', FirstMonthsPage, [
    'TRN-24',
    'TRN-27',
    'TRN-A4.5',
  ])
  get(@Query() query: PageQuery, @AskedBy() asked: Asked): Promise<Page<FirstMonthsLine>> {
    return this.dispatcher.ask(new ListFirstMonths(query, asked));
  }
}
