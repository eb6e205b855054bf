// `onward load sen2|camhs|waiting|readiness <path>`: previews or loads a file, shows progress, ends with a report. `onward load questionnaire|settings <file>`.
import { Command } from 'commander';
import { loadFile, type LoadableKind } from '../loading/load-file.js';
import { loadSchoolFiles } from '../loading/load-school-files.js';
import { loadQuestionnaireFile } from '../loading/load-questionnaire-file.js';
import { reportText } from '../loading/load-report.js';
import { say } from './say.js';
import { withFoundations } from './with-foundations.js';

interface Options {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const kinds: Readonly<Record<LoadableKind, string>> = {
  sen2: 'a SEN2 return: its XML file, or the folder of its Blade CSV export',
  camhs: 'a CAMHS caseload as CSV (docs/files/camhs-caseload.md)',
  readiness: 'a clinic’s list of who is on Ready Steady Go, as CSV (docs/files/readiness.md)',
  waiting: 'a waiting list as CSV (docs/files/waiting-list.md)',
};

export function loadCommand(): Command {
  const command = new Command('load').description('loads what you hold today; the same file again doubles nothing');
  for (const [kind, description] of Object.entries(kinds) as [LoadableKind, string][]) {
    command
      .command(kind)
      .description(description)
      .argument('<path>', 'the file (for a Blade export: the folder)')
      .option('--dry-run', 'says what would be loaded, and records nothing')
      .option('--json', 'prints the whole report as JSON')
      .action((path: string, options: Options) => run(kind, path, options));
  }
  command
    .command('questionnaire')
    .description(
      'your own text of a questionnaire of Ready Steady Go, as its next version (docs/files/questionnaire.md)',
    )
    .argument('<file>', 'JSON as docs/files/questionnaire.md says')
    .action(loadQuestionnaire);
  command
    .command('settings')
    .description('the list of schools and colleges, from the national register (docs/files/schools.md)')
    .argument('<csv>', 'the extract of establishments')
    .option('--links <csv>', 'the extract of links; without it, those that are known stay')
    .option('--dry-run', 'says what is wrong with the files, and records nothing')
    .action(loadSettings);
  return command;
}

async function loadQuestionnaire(path: string): Promise<void> {
  const { version, title, added } = await withFoundations((opened) => loadQuestionnaireFile(opened, path));
  say(
    added
      ? `“${title}” is loaded as version ${version}. Forms that are offered from now on ask by it.`
      : `“${title}” says what its version ${version} says: nothing was added.`,
  );
}

async function loadSettings(path: string, { links, dryRun }: { readonly links?: string; readonly dryRun?: boolean }) {
  const { schools, recorded } = await withFoundations((opened) => loadSchoolFiles(opened, { path, links, dryRun }));
  say(
    dryRun
      ? `The file has ${schools} schools and colleges and can be loaded. Nothing was recorded.`
      : `The file has ${schools} schools and colleges: ${recorded} are new or changed, of ${schools - recorded} nothing was added. Those that are not in the file stay as they are.`,
  );
}

async function run(kind: LoadableKind, path: string, { dryRun = false, json = false }: Options): Promise<void> {
  const report = await withFoundations((opened) => loadFile(opened, { kind, path, dryRun, onProgress: progress() }));
  say(json ? JSON.stringify(report, null, 2) : reportText(report));
  if (
    report.incomplete ||
    (report.counts.refused > 0 && report.counts.loaded + report.counts.changed + report.counts.unchanged === 0)
  )
    process.exitCode = 1;
}

/** On a terminal a line that changes in place; elsewhere a line every few seconds of work. */
function progress(): (share: number, rows: number) => void {
  const every = process.stderr.isTTY ? 200 : 5000;
  let last = performance.now();
  return (share, rows) => {
    const now = performance.now();
    if (now - last < every) return;
    last = now;
    const words = `${Math.round(share * 100)} % read, ${rows} rows done`;
    process.stderr.write(process.stderr.isTTY ? `\r${words}   ` : `${words}\n`);
  };
}
