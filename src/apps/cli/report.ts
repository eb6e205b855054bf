// `onward report annual-reviews`: the figures on a census day, as text or under DfE's column names.
import { Command } from 'commander';
import { forecastNote } from '../../engine/api/asked-day.js';
import { dateFromOutside, formatDate } from '../../kernel/calendar/index.js';
import { annualReviewReport, type AnnualReviewReport } from '../reports/annual-reviews/report.js';
import { say } from './say.js';
import { withFoundations } from './with-foundations.js';

interface Options {
  readonly asOf?: string;
  readonly authority?: string;
  readonly json?: boolean;
}

export function reportCommand(): Command {
  const command = new Command('report').description('figures, with their definitions');
  command
    .command('annual-reviews')
    .description("DfE's published annual-review row for an authority, and the same plans paired by review cycle")
    .option('--as-of <date>', 'census day, YYYY-MM-DD (default: today)')
    .option('--authority <code>', 'code of the local authority, when the store holds several')
    .option('--json', "prints the row under DfE's column names")
    .action((options: Options) => run(options));
  return command;
}

async function run({ asOf, authority, json }: Options): Promise<void> {
  const censusDay = asOf === undefined ? undefined : dateFromOutside('--as-of', asOf);
  const { report, forecast } = await withFoundations(async ({ projecting, foundations }) => {
    await projecting.catchUp();
    const today = foundations.clock.today();
    const day = censusDay ?? today;
    return { report: annualReviewReport(foundations.readSide.db, day, authority), forecast: forecastNote(day, today) };
  });
  const row = forecast === '' ? report.row : { ...report.row, forecast };
  say(json ? JSON.stringify(row, null, 2) : asText(report, forecast));
}

function asText(
  { authority, censusDay, definitions, row, pairedByCycle }: AnnualReviewReport,
  forecast: string,
): string {
  const lines = Object.entries(row).map(([name, value]) => `  ${name.padEnd(30)} ${String(value).padStart(7)}`);
  const paired = Object.entries(pairedByCycle).map(
    ([name, value]) => `  ${words(name).padEnd(48)} ${String(value).padStart(7)}`,
  );
  return [
    `Annual reviews of authority ${authority} on ${formatDate(censusDay)}`,
    ...(forecast === '' ? [] : [forecast]),
    `(${definitions})`,
    '',
    ...lines,
    '',
    'The same plans, each decision counted only for the meeting it belongs to (R4):',
    ...paired,
  ].join('\n');
}

/** `undecidedNotYetDue` as people write it. */
const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
