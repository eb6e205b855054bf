// The register of phase transfers: counts by step, late ones first, filters that are links, a page to print and a CSV (EHC-40, EHC-41, EHC-42).
import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '../../../engine/api/api-routes.js';
import { forecastNote } from '../../../engine/api/asked-day.js';
import { csvLine } from '../../../engine/api/csv-line.js';
import { Dispatcher } from '../../../engine/access/dispatcher.js';
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { PageReply } from '../../../engine/web/http.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, redirect, type Page, type Redirect } from '../../../engine/web/page.js';
import { paths } from '../paths.js';
import { numberedSchool } from '../../../engine/schools/school-words.js';
import { markCells, markHeads, personMarks } from '../../../engine/web/present/person-marks.js';
import { words } from '../../../engine/web/present/words.js';
import { readQuery, withoutBlanks } from '../../../engine/web/read-query.js';
import { VisitOf, type Visit } from '../../../engine/web/visit.js';
import { listSendOfficers } from '../queries/list-officers.js';
import { PhaseTransferQuery, type PhaseTransferRow } from '../queries/phase-transfer-query.js';
import { listPhaseTransfers } from '../queries/phase-transfers.js';
import { chosenTransferFilters, transferFields } from './phase-transfer-filters.js';
import { shownTransferRow, stepWords } from './shown-phase-transfer.js';

type Raw = Readonly<Record<string, unknown>>;

@PageController()
export class PhaseTransfersPage {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.ehc.phaseTransfers.pattern)
  async show(@VisitOf() { asked, today }: Visit, @Query() raw: Raw): Promise<Page | Redirect> {
    const { given, hadBlanks } = withoutBlanks(raw);
    if (hadBlanks) return redirect(paths.ehc.phaseTransfers({}, given));
    const query = await readQuery(PhaseTransferQuery, given);
    const register = await this.dispatcher.ask(listPhaseTransfers.of({}, query, asked));
    const officers = (await this.dispatcher.ask(listSendOfficers.of({}, {}, asked))).items;
    const { cursor, ...filters } = given;
    const { step: _, ...withoutStep } = filters;
    const link = (more: Readonly<Record<string, string>>) => paths.ehc.phaseTransfers({}, { ...withoutStep, ...more });
    return page('cases/ehc-plan/pages/phase-transfers.njk', `Phase transfers ${register.year}`, {
      data: {
        asOf: asked.asOf,
        year: register.year,
        total: register.counts.reduce((sum, { transfers }) => sum + transfers, 0),
        counts: register.counts.map(({ step, transfers, late }) => ({
          text: stepWords[step],
          transfers,
          late,
          href: link({ step }),
          lateHref: link({ step, late: 'true' }),
        })),
        missing: register.notExpectedCount,
        missingRows: register.notExpected.map(({ planId, person, yearGroup, ...marks }) => ({
          person: person === '' ? 'Name not known' : person,
          marks: personMarks(marks),
          yearGroup,
          href: paths.ehc.plan({ planId }),
        })),
        rows: register.items.map((row) => shownTransferRow(row, asked.asOf, today)),
        fields: transferFields(given, officers),
        chosen: chosenTransferFilters(filters, officers),
        csv: paths.ehc.phaseTransfersFile({}, filters),
        first: cursor === undefined ? undefined : paths.ehc.phaseTransfers({}, filters),
        next: register.next && paths.ehc.phaseTransfers({}, { ...filters, cursor: register.next }),
      },
    });
  }
}

const heads = ['Name', 'Phase', 'Transfer on', 'Due', 'Rule', 'Status', 'Step reached'] as const;
const moreHeads = [
  'Review held',
  'Amendment notice',
  'Named',
  'School now',
  'URN or UKPRN now',
  'Next school',
  'Next URN or UKPRN',
  'Officer',
  ...markHeads,
  'As of',
  'Forecast',
] as const;

const cellsOf = (row: PhaseTransferRow, asOf: CivilDate, today: CivilDate): string[] => [
  ...[row.person, words(row.phase), row.transferOn, row.dueOn, row.rule, row.status, stepWords[row.step]],
  ...[row.reviewHeldOn, row.noticeOn, row.metOn].map((value) => value ?? ''),
  ...[row.school === null ? '' : numberedSchool(row.school, row.schoolName), row.school ?? ''],
  ...[row.next === null ? '' : numberedSchool(row.next, row.nextName), row.next ?? ''],
  row.officer ?? '',
  ...markCells(row),
  asOf,
  forecastNote(asOf, today),
];

/** Answers a file and no page, so it stands outside the frame. */
@ApiExcludeController()
@Controller()
export class PhaseTransfersFile {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get(paths.ehc.phaseTransfersFile.pattern)
  async file(
    @VisitOf() { asked, today }: Visit,
    @Query() raw: Raw,
    @Res({ passthrough: true }) reply: PageReply,
  ): Promise<string> {
    const query = await readQuery(PhaseTransferQuery, withoutBlanks(raw).given);
    const lines = [csvLine([...heads, ...moreHeads])];
    let cursor: string | undefined;
    let year: number;
    do {
      const found = await this.dispatcher.ask(listPhaseTransfers.of({}, { ...query, limit: 500, cursor }, asked));
      lines.push(...found.items.map((row) => csvLine(cellsOf(row, asked.asOf, today))));
      ({ next: cursor, year } = found);
    } while (cursor !== undefined);
    reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="onward-phase-transfers-${year}-${asked.asOf}.csv"`)
      .header('cache-control', 'no-store');
    return `\ufeff${lines.join('')}`;
  }
}
