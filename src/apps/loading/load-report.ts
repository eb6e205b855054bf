// What came of a load: how many, and every refusal and oddity with its line, field and reason.
import type { Problem } from './files/index.js';

export type Outcome = 'loaded' | 'changed' | 'unchanged' | 'refused';

export interface LoadReport {
  readonly load: string;
  readonly dryRun: boolean;
  readonly counts: Record<Outcome, number>;
  /** What the loaded and changed rows became, by event type. */
  readonly facts: Record<string, number>;
  readonly problems: Problem[];
  /** The file could not be read to its end: what came before it was loaded. */
  incomplete: boolean;
}

export const emptyReport = (load: string, dryRun: boolean): LoadReport => ({
  load,
  dryRun,
  counts: { loaded: 0, changed: 0, unchanged: 0, refused: 0 },
  facts: {},
  problems: [],
  incomplete: false,
});

const line = ({ table, line: at, field, code, message }: Problem): string =>
  `  ${[table, `line ${at}`, field, code].filter(Boolean).join(', ')}: ${message}`;

/** As text for a person. At most `most` problems of each kind; when there are more it says how many and how to see them. */
export function reportText(report: LoadReport, most = 50): string {
  const { counts, facts, problems, dryRun, incomplete } = report;
  const lines = [
    dryRun ? 'Preview: nothing was recorded. A load would give:' : `Load ${report.load}:`,
    `  loaded ${counts.loaded}, changed ${counts.changed}, unchanged ${counts.unchanged}, refused ${counts.refused}`,
  ];
  const kinds = Object.entries(facts).sort(([a], [b]) => a.localeCompare(b));
  if (kinds.length > 0) lines.push(`  as ${kinds.map(([type, count]) => `${type} ${count}`).join(', ')}`);
  if (incomplete)
    lines.push(
      'The file could not be read to its end. Mend it and load it again: what is there already is not doubled.',
    );
  for (const severity of ['refused', 'reported'] as const) {
    const these = problems.filter((problem) => problem.severity === severity);
    if (these.length === 0) continue;
    lines.push(severity === 'refused' ? `Refused (${these.length}):` : `Loaded, but look at (${these.length}):`);
    lines.push(...these.slice(0, most).map(line));
    if (these.length > most) lines.push(`  … and ${these.length - most} more: add --json to see every one`);
  }
  return lines.join('\n');
}
