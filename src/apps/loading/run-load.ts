// Carries a file's rows into the store: many at once, each row whole or not at all, with progress, and again without doubling.
import type { CommandRunner } from '../../engine/commands/command-runner.js';
import type { CommandContext, Source } from '../../kernel/envelope.js';
import { isOnwardError, OnwardError } from '../../kernel/errors.js';
import { systemActor } from '../../engine/access/actors.js';
import type { Clock } from '../../kernel/clock.js';
import { idFrom, newId } from '../../kernel/ids.js';
import type { Problem } from './files/index.js';
import { loadCase } from './load-case.js';
import type { LoadEvent } from './load-events.js';
import { emptyReport, type LoadReport, type Outcome } from './load-report.js';

/** What one row came to: the types of the facts it added. */
export interface RowResult {
  readonly outcome: Outcome;
  readonly facts: readonly string[];
  readonly problems?: readonly Problem[];
}

export interface RowContext {
  /** A context of its own for each thing that the row says, so that the ids of its facts follow from the load and the line. */
  command(what: string): CommandContext;
}

export type FileItem<Row> =
  | { readonly kind: 'row'; readonly line: number; readonly row: Row }
  | {
      readonly kind: 'about';
      readonly about: Omit<Extract<LoadEvent, { type: 'LoadStarted' }>['data'], 'file' | 'kind'>;
    }
  | { readonly kind: 'problem'; readonly problem: Problem };

export interface LoadParts<Row> {
  readonly kind: Source['kind'] & Extract<LoadEvent, { type: 'LoadStarted' }>['data']['kind'];
  /** SHA-256 of the file. */
  readonly file: string;
  readonly items: AsyncIterable<FileItem<Row>>;
  readonly dryRun: boolean;
  readonly runner: CommandRunner;
  readonly clock: Clock;
  /** Told before each row is taken. */
  readonly rowBegins?: () => void;
  apply(row: Row, line: number, context: RowContext): Promise<RowResult>;
  readonly onRow?: (report: LoadReport) => void;
}

/** Rows in hand at once: they share commits, and memory stays flat. */
export const rowsInHand = 64;

export async function runLoad<Row>(parts: LoadParts<Row>): Promise<LoadReport> {
  const load = newId();
  const report = emptyReport(load, parts.dryRun);
  const running = new Set<Promise<void>>();
  let failure: Error | undefined;
  const today = parts.clock.today();
  const contextAt = (line: number): RowContext => ({ command: (what) => contextOf(load, parts, line, what) });
  const start = async (about: object) => {
    if (!parts.dryRun)
      await parts.runner.run(
        loadCase,
        load,
        { type: 'Start', on: today, about: { kind: parts.kind, file: parts.file, ...about } },
        contextOf(load, parts, 0, 'start'),
      );
  };
  let started = false;
  for await (const item of parts.items) {
    if (failure !== undefined) break;
    if (item.kind === 'problem') note(report, item.problem);
    else if (item.kind === 'about') {
      await start(item.about);
      started = true;
    } else {
      if (!started) await start({});
      started = true;
      parts.rowBegins?.();
      const work = takeRow(parts, item.row, item.line, contextAt(item.line), report).catch(
        (error: unknown) => void (failure ??= error instanceof Error ? error : new Error(String(error))),
      );
      running.add(work);
      void work.finally(() => running.delete(work));
      if (running.size >= rowsInHand) await Promise.race(running);
    }
  }
  await Promise.all(running);
  report.problems.sort((a, b) => a.line - b.line);
  if (failure !== undefined) throw stopped(failure, report);
  if (!parts.dryRun && started && !report.incomplete) {
    await parts.runner.run(
      loadCase,
      load,
      { type: 'Finish', on: today, counts: report.counts },
      contextOf(load, parts, 0, 'finish'),
    );
  }
  return report;
}

/** The events could not be written, or the lists could not be asked: no row is to blame, and every row after it would meet the same. */
const stops = ['store-unavailable', 'not-caught-up'];

/** What the report says of a row; everything else stops the load. */
export const isOfTheRow = (error: unknown): error is OnwardError => isOnwardError(error) && !stops.includes(error.type);

/** What was recorded before stays, and the same load goes on from there. */
function stopped(failure: Error, { counts }: LoadReport): Error {
  if (!isOnwardError(failure) || !stops.includes(failure.type)) return failure;
  return new OnwardError(failure.type, {
    ...failure.parts,
    detail: `${failure.parts.detail} The load stopped; ${counts.loaded + counts.changed} rows were recorded before.`,
    help: 'Mend that, then load the same file again: it goes on from there and doubles nothing.',
  });
}

function note(report: LoadReport, problem: Problem): void {
  report.problems.push(problem);
  if (problem.severity === 'refused') report.counts.refused++;
  if (problem.stops) report.incomplete = true;
}

/** A rule's refusal is the row's. */
async function takeRow<Row>(
  parts: LoadParts<Row>,
  row: Row,
  line: number,
  context: RowContext,
  report: LoadReport,
): Promise<void> {
  try {
    const { outcome, facts, problems = [] } = await parts.apply(row, line, context);
    report.counts[outcome]++;
    for (const type of facts) report.facts[type] = (report.facts[type] ?? 0) + 1;
    report.problems.push(...problems);
  } catch (error) {
    if (!isOfTheRow(error)) throw error;
    const { rule, detail, help, fields } = error.parts;
    const message = [rule === undefined ? detail : `${detail} (${rule})`, help].filter(Boolean).join(' ');
    note(report, { line, field: fields?.[0]?.field, code: 'out-of-range', severity: 'refused', message });
  }
  parts.onRow?.(report);
}

function contextOf<Row>(load: string, { kind, file }: LoadParts<Row>, line: number, what: string): CommandContext {
  const commandId = idFrom(load, line, what);
  return {
    actor: systemActor(`load-${kind}`),
    commandId,
    correlationId: load,
    causationId: load,
    source: { kind, load, file, line },
  };
}
