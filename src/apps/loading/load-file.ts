// Loads one file of any kind: what the command line calls. Works beside a running service, whose lists follow.
import { CommandRunner } from '../../engine/commands/command-runner.js';
import { OnwardError } from '../../kernel/errors.js';
import type { Opened } from '../ops/foundations.js';
import { IdentifierRegistry } from '../../cases/young-person/identifiers/identifier-registry.js';
import { adultServiceOf } from './camhs/adult-service.js';
import { camhsColumns } from './camhs/camhs-row.js';
import { TransitionFinder } from './camhs/find-transition.js';
import { CamhsLoader, camhsKey } from './camhs/load-camhs.js';
import { fingerprint, openSen2, type Problem } from './files/index.js';
import { listRows } from './lists/list-rows.js';
import { readableFile } from './lists/readable-file.js';
import type { LoadReport } from './load-report.js';
import { People } from './people/find-person.js';
import { ReadinessLoader } from './readiness/load-readiness.js';
import { readinessColumns, readinessKey } from './readiness/readiness-row.js';
import { readOnce } from './read-once.js';
import { rowsInHand, runLoad } from './run-load.js';
import { Sen2Loader, sen2Rows } from './sen2/load-sen2.js';
import { PlanFinder } from './sen2/plan-finder.js';
import { WaitFinder } from './waiting/find-wait.js';
import { WaitingLoader } from './waiting/load-waiting.js';
import { waitingColumns, waitingKey } from './waiting/waiting-row.js';

export type LoadableKind = 'sen2' | 'camhs' | 'waiting' | 'readiness';

export interface LoadRequest {
  readonly kind: LoadableKind;
  readonly path: string;
  readonly dryRun: boolean;
  /** Share of the bytes read (0 to 1), rows done. */
  readonly onProgress?: (share: number, rows: number) => void;
}

/** Errors: `file-refused` when the file is none of its kind; `store-unavailable` and `not-caught-up` stop it. What the rows hold wrong is in the report. */
export async function loadFile(
  { foundations, projecting }: Opened,
  { kind, path, dryRun, onProgress }: LoadRequest,
): Promise<LoadReport> {
  const { journal, readSide, clock, kind: storeKind, actors } = foundations;
  const file = kind === 'sen2' ? undefined : await readableFile(path);
  await projecting.catchUp();
  const { store, rowBegins } = readOnce(journal.store, rowsInHand);
  const runner = new CommandRunner(journal.over(store));
  const today = clock.today();
  const people = new People(runner, new IdentifierRegistry(runner, clock, storeKind), readSide, today, dryRun);
  let share = 0;
  let read = 0;
  const onBytes = (bytes: number) => (share = (read += bytes) / (file?.bytes ?? bytes));
  const onRow = ({ counts }: LoadReport) =>
    onProgress?.(share, counts.loaded + counts.changed + counts.unchanged + counts.refused);
  const common = { dryRun, runner, clock, onRow, rowBegins };
  switch (kind) {
    case 'sen2': {
      const opened = await openSen2(path, (done, bytes) => (share = bytes === 0 ? 1 : done / bytes));
      if ('problem' in opened) throw refused(opened.problem);
      const loader = new Sen2Loader(runner, people, new PlanFinder(runner, readSide), today, dryRun);
      const { sha256 } = await fingerprint(path);
      return runLoad({
        ...common,
        kind,
        file: sha256,
        items: sen2Rows(opened.items),
        apply: (row, line, context) => loader.apply(row, line, context),
      });
    }
    case 'camhs': {
      const loader = new CamhsLoader({
        runner,
        people,
        transitions: new TransitionFinder(runner, readSide),
        recipient: adultServiceOf(actors.all()),
        today,
        dryRun,
      });
      const items = listRows(path, camhsColumns, camhsKey, onBytes);
      const apply: CamhsLoader['apply'] = (row, line, context) => loader.apply(row, line, context);
      return runLoad({ ...common, kind, file: file?.sha256 ?? '', items, apply });
    }
    case 'readiness': {
      const loader = new ReadinessLoader({ runner, readSide, people, today, dryRun });
      const items = listRows(path, readinessColumns, readinessKey, onBytes);
      const apply: ReadinessLoader['apply'] = (row, line, context) => loader.apply(row, line, context);
      return runLoad({ ...common, kind, file: file?.sha256 ?? '', items, apply });
    }
    case 'waiting': {
      const loader = new WaitingLoader({ runner, people, waits: new WaitFinder(runner, readSide), today, dryRun });
      const items = listRows(path, waitingColumns, waitingKey, onBytes);
      const apply: WaitingLoader['apply'] = (row, line, context) => loader.apply(row, line, context);
      return runLoad({ ...common, kind, file: file?.sha256 ?? '', items, apply });
    }
  }
}

const refused = ({ message }: Problem) => new OnwardError('file-refused', { detail: message });
