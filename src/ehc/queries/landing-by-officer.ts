// Who will have how many annual reviews in each of the coming weeks: the weeks by SEND officer, and those whom nobody holds (EHC-01).
import { Controller, Get, Query } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { AskedBy } from '../../api/request.js';
import { QueryRoute } from '../../api/routes.js';
import { Dispatcher } from '../../identity/dispatcher.js';
import { OnwardQuery, type Asked } from '../../identity/messages.js';
import { noOne } from '../../identity/shows.js';
import { addDays, dayOfWeek, type CivilDate } from '../../kernel/calendar/index.js';
import { ReadSide } from '../../processing/read-side.js';
import type { Statements } from '../../processing/statements.js';
import { nothingAsked } from '../../worklist/nothing-asked.js';
import { AsOfQuery } from './list-officers.js';
import { stepKeys } from './overdue-filter.js';
import { heldBySql } from './review-worklist-query.js';
import { LandingWeek, weeksFrom } from './reviews-landing.js';

export class OfficerLanding {
  @ApiProperty({ type: String, nullable: true, description: 'Null: nobody holds them' }) officer: string | null;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ description: 'Due before this week and not decided' }) before: number;
  @ApiProperty({ type: [LandingWeek] }) weeks: readonly LandingWeek[];
}

export class LandingByOfficer {
  @ApiProperty({ type: [OfficerLanding] }) items: readonly OfficerLanding[];
}

export class CountLandingByOfficer extends OnwardQuery<LandingByOfficer> {
  readonly shows = noOne;

  constructor(asked: Asked) {
    super(asked);
  }
}

interface Counted {
  readonly on: CivilDate;
  readonly officer: string | null;
  readonly name: string | null;
  readonly count: number;
}

/** Each review is counted once, with the officer who holds the child now: the sum over the officers is the whole. */
export function landingByOfficer(db: Statements, asOf: CivilDate): OfficerLanding[] {
  const monday = addDays(asOf, 1 - dayOfWeek(asOf));
  const keys = stepKeys.review.map((key) => `'${key}'`).join(', ');
  const rows = db.all<Counted & Record<string, string | number | null>>(
    `SELECT due_on AS "on", officer, (SELECT max(n.name) FROM named_worker n WHERE n.worker_id = officer) AS name, count(*) AS count FROM
      (SELECT d.due_on, ${heldBySql('d.person_id')} AS officer FROM deadline d WHERE d.pathway = 'ehc' AND d.key IN (${keys})
        AND d.valid_from <= ?1 AND d.valid_to > ?1 AND d.met_on > ?1 AND NOT ${nothingAsked('d.person_id', '?1')})
      GROUP BY due_on, officer`,
    asOf,
  );
  const officers = new Map<string | null, Counted[]>();
  for (const row of rows) officers.set(row.officer, [...(officers.get(row.officer) ?? []), row]);
  const sum = (counted: readonly Counted[]) => counted.reduce((total, { count }) => total + count, 0);
  return [...officers]
    .map(([officer, counted]) => ({
      officer,
      name: counted[0]?.name ?? officer,
      before: sum(counted.filter(({ on }) => on < monday)),
      weeks: weeksFrom(
        monday,
        counted.filter(({ on }) => on >= monday),
      ),
    }))
    .sort(
      (a, b) => Number(a.officer === null) - Number(b.officer === null) || ((a.name ?? '') < (b.name ?? '') ? -1 : 1),
    );
}

@QueryHandler(CountLandingByOfficer)
export class CountLandingByOfficerHandler implements IQueryHandler<CountLandingByOfficer> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ asked: { asOf } }: CountLandingByOfficer): Promise<LandingByOfficer> {
    return Promise.resolve({ items: landingByOfficer(this.readSide.db, asOf) });
  }
}

@ApiTags('EHC plans')
@Controller('api/v1/ehc-plans/reviews-landing/by-officer')
export class CountLandingByOfficerController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get()
  @QueryRoute('Annual reviews that fall due in each of the coming 26 weeks, by SEND officer', LandingByOfficer, [
    'EHC-01',
  ])
  get(@Query() _: AsOfQuery, @AskedBy() asked: Asked): Promise<LandingByOfficer> {
    return this.dispatcher.ask(new CountLandingByOfficer(asked));
  }
}
