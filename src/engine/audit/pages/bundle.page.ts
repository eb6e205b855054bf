// Takes a history away: what will be in the bundle, who took one before, and the bundle itself.
import { Controller, Get, Header, HttpCode, Param, Post, type StreamableFile } from '@nestjs/common';
import { ApiExcludeController } from '../../api/api-routes.js';
import { ActorDirectory } from '../../access/actors.js';
import { Dispatcher } from '../../access/dispatcher.js';
import { Policies } from '../../access/policy.js';
import { newId } from '../../../kernel/ids.js';
import { PageController } from '../../web/page-controller.js';
import { page, type Page } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { words } from '../../web/present/words.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { download, exportHistory } from '../exports/export-history.js';
import { listExports } from '../queries/list-exports.js';

@PageController()
export class BundlePage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly directory: ActorDirectory,
  ) {}

  @Get(paths.history.bundle.pattern)
  async show(@VisitOf() { asked, actor }: Visit, @Param('personId') personId: string): Promise<Page> {
    this.policies.require(exportHistory.name, actor);
    const { items } = await this.dispatcher.ask(listExports.of({ personId }, {}, asked));
    const nameOf = (id: string) => this.directory.nameOf(id);
    return page('engine/audit/pages/bundle.njk', 'Take the history away', {
      personId,
      back: { text: 'History, step by step', href: paths.history.steps({ personId }) },
      data: {
        action: paths.history.bundle({ personId }),
        command: newId(),
        exports: items.map((one) => ({ ...one, by: nameOf(one.actor.id), role: words(one.actor.role) })),
      },
    });
  }
}

/** Answers a file and no page, so it stands outside the frame; a form's token is asked for all the same. */
@ApiExcludeController()
@Controller()
export class BundleDownload {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post(paths.history.bundle.pattern)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async take(@VisitOf() { command }: Visit, @Param('personId') personId: string): Promise<StreamableFile> {
    return download(await this.dispatcher.send(exportHistory.of({}, { personId }, command)));
  }
}
