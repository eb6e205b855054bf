// How the rules are read here: each setting with its default, what was chosen for whom since when, and why.
import { Get } from '@nestjs/common';
import { Dispatcher } from '../../access/dispatcher.js';
import { Policies } from '../../access/policy.js';
import { PageController } from '../../web/page-controller.js';
import { page, type Page } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { words } from '../../web/present/words.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { chooseSetting } from '../commands/choose-setting.js';
import { listSettings } from '../queries/list-settings.js';

@PageController()
export class SettingsPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
  ) {}

  @Get(paths.settings.list.pattern)
  async show(@VisitOf() { asked, actor }: Visit): Promise<Page> {
    const { items, held } = await this.dispatcher.ask(listSettings.of({}, {}, asked));
    const mayChoose = this.policies.of(chooseSetting.name)(actor).allowed;
    return page('engine/settings/pages/settings.njk', 'How the rules are read here', {
      data: {
        held,
        rows: items.map(({ id, title, defaultMeaning, chosen }) => ({
          id,
          title,
          defaultMeaning,
          href: mayChoose ? paths.settings.choose({ setting: id }) : undefined,
          chosen: chosen.map(({ authority, meaning, from, basis, on }) => ({
            whose: authority === null ? 'The whole area' : `Plans of ${words(authority)}`,
            meaning,
            from,
            on,
            basis: words(basis),
          })),
        })),
      },
    });
  }
}
