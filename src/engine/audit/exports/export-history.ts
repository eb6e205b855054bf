// Takes a person's history away as a bundle. That it was taken, by whom and how much of it, is recorded first (REC-20).
import { Readable } from 'node:stream';
import { Controller, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { useCase } from '../../use-cases/use-case.js';
import { ApiOperation, ApiProduces, ApiTags } from '../../api/api-routes.js';
import { Context } from '../../api/request.js';
import { CommandRunner } from '../../commands/command-runner.js';
import { Dispatcher } from '../../access/dispatcher.js';
import type { CommandContext } from '../../../kernel/envelope.js';
import { OnwardError } from '../../../kernel/errors.js';
import { Clock } from '../../../kernel/clock.js';
import { CaseTypes } from '../../processing/case-types.js';
import { ReadSide } from '../../processing/read-side.js';
import { paths } from '../../web/paths.js';
import { streamsAbout } from '../queries/person-history.js';
import { bundleFiles, digestOf, headsOf } from './bundle-files.js';
import { historyExports } from './export-case.js';
import { zipped } from './zip-stream.js';

export interface Bundle {
  readonly name: string;
  readonly digest: string;
  readonly bytes: AsyncIterable<Buffer>;
}

export class WhoseHistory {
  personId: string;
}

/** Its address is ExportHistoryController's, because it answers a file. */
export const exportHistory = useCase({
  name: 'ExportHistory',
  section: 'History',
  does: 'The history as a zip that proves itself; the export is recorded',
  rules: ['REC-20'],
  who: {
    roles: ['auditor'],
    because: 'What leaves Onward is taken out by whoever answers for it, and is recorded (REC-20).',
  },
  input: WhoseHistory,
  page: paths.history.bundle.pattern,
  uses: [CommandRunner, ReadSide, Clock, CaseTypes],
  handle: async ({ input: { personId }, today, context }, runner, readSide, clock, caseTypes): Promise<Bundle> => {
    const { journal } = runner;
    const heads = await headsOf(journal, streamsAbout(readSide, caseTypes, personId));
    const digest = digestOf(heads);
    const entries = heads.reduce((sum, { revision }) => sum + revision + 1, 0);
    const madeAt = clock.now();
    const files = await bundleFiles(journal, caseTypes, { personId, madeAt, madeBy: context.actor.id, heads });
    const details = { personId, records: heads.length, entries, digest };
    // Whatever else was exported meanwhile stands beside this one: there is nothing to conflict with.
    const free = { ...context, expectedRevision: undefined };
    const { revision, stream } = await runner.run(historyExports, personId, { on: today, details }, free);
    if ((await journal.event(stream, revision)).data['digest'] !== digest)
      throw new OnwardError('command-id-reused', {
        detail: 'The history has grown since this export was first asked for.',
        help: 'Load the page anew and export it again.',
      });
    return { name: `onward-history-${personId}-${today}.zip`, digest, bytes: zipped(files, new Date(madeAt)) };
  },
});

export const download = ({ name, bytes }: Bundle): StreamableFile =>
  new StreamableFile(Readable.from(bytes, { objectMode: false }), {
    type: 'application/zip',
    disposition: `attachment; filename="${name}"`,
  });

@ApiTags('History')
@Controller('api/v1/young-people/:personId/history/bundle')
export class ExportHistoryController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({
    summary: 'The history as a zip that proves itself; the export is recorded',
    description: 'Rules: REC-20.',
  })
  @ApiProduces('application/zip')
  async post(@Param('personId') personId: string, @Context() context: CommandContext): Promise<StreamableFile> {
    return download(await this.dispatcher.send(exportHistory.of({}, { personId }, context)));
  }
}
