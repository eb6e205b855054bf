// Loads one file of any kind: what the command line calls. Works beside a running service, whose lists follow.
import { CommandRunner } from '../event-store/command-runner.js';
import { OnwardError } from '../kernel/errors.js';
import type { Opened } from '../ops/foundations.js';
import { IdentifierRegistry } from '../young-people/identifiers/identifier-registry.js';
import { fingerprint, openSen2, type Problem } from './files/index.js';
import type { LoadReport } from './load-report.js';
import { People } from './people/ensure-person.js';
import { runLoad } from './run-load.js';
import { Sen2Loader, sen2Rows } from './sen2/load-sen2.js';
import { PlanFinder } from './sen2/plan-finder.js';

export type LoadableKind = 'sen2' | 'camhs' | 'waiting';

export interface LoadRequest {
  readonly kind: LoadableKind;
  readonly path: string;
  readonly dryRun: boolean;
  /** Share of the bytes read (0 to 1), rows done. */
  readonly onProgress?: (share: number, rows: number) => void;
}

/** Errors: `file-refused` when the file is none of its kind; `store-unavailable`. What the rows hold wrong is in the report. */
export async function loadFile(
  { foundations, projecting }: Opened,
  { kind, path, dryRun, onProgress }: LoadRequest,
): Promise<LoadReport> {
  const { journal, readSide, clock, kind: storeKind } = foundations;
  await projecting.catchUp();
  const runner = new CommandRunner(journal);
  const people = new People(runner, new IdentifierRegistry(runner, clock, storeKind), dryRun);
  let share = 0;
  const onRow = ({ counts }: LoadReport) =>
    onProgress?.(share, counts.loaded + counts.changed + counts.unchanged + counts.refused);
  const common = { dryRun, runner, clock, onRow };
  switch (kind) {
    case 'sen2': {
      const opened = await openSen2(path, (read, bytes) => (share = bytes === 0 ? 1 : read / bytes));
      if ('problem' in opened) throw refused(opened.problem);
      const loader = new Sen2Loader(runner, people, new PlanFinder(runner, readSide), clock.today(), dryRun);
      const { sha256 } = await fingerprint(path);
      return runLoad({
        ...common,
        kind,
        file: sha256,
        items: sen2Rows(opened.items),
        apply: (row, line, context) => loader.apply(row, line, context),
      });
    }
    case 'camhs':
    case 'waiting':
      throw new OnwardError('file-refused', { detail: 'This kind of file is not loaded yet.' });
  }
}

const refused = ({ message }: Problem) => new OnwardError('file-refused', { detail: message });
