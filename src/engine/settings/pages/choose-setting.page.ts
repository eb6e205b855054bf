// Chooses a setting: the form, once more before it is recorded, and back to the settings.
import { Body, Get, Param, Post } from '@nestjs/common';
import { Dispatcher } from '../../access/dispatcher.js';
import { Policies } from '../../access/policy.js';
import { notFound } from '../../../kernel/errors.js';
import { FormFlow, type Place } from '../../web/forms/form-flow.js';
import { PageController } from '../../web/page-controller.js';
import type { Page, Redirect } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { VisitOf, type Visit } from '../../web/visit.js';
import { chooseSetting as chooseSettingUseCase } from '../commands/choose-setting.js';
import { listSettings } from '../queries/list-settings.js';
import { chooseSetting, type SettingToChoose } from './choose-setting-form.js';

interface Which {
  readonly setting: string;
}

@PageController()
export class ChooseSettingPage {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly policies: Policies,
    private readonly flow: FormFlow,
  ) {}

  @Get(paths.settings.choose.pattern)
  async show(@VisitOf() visit: Visit, @Param() which: Which): Promise<Page> {
    return this.flow.show(chooseSetting, await this.place(which, visit), visit);
  }

  @Post(paths.settings.choose.pattern)
  async submit(@VisitOf() visit: Visit, @Param() which: Which, @Body() body: object): Promise<Page | Redirect> {
    return this.flow.submit(chooseSetting, await this.place(which, visit), visit, body);
  }

  private async place({ setting: id }: Which, visit: Visit): Promise<Place<SettingToChoose>> {
    this.policies.require(chooseSettingUseCase.name, visit.actor);
    const { items, authorities, revision } = await this.dispatcher.ask(listSettings.of({}, {}, visit.asked));
    const setting = items.find((each) => each.id === id);
    if (!setting) throw notFound('setting', id);
    const href = paths.settings.list();
    return {
      subject: { setting, authorities },
      revision,
      back: { text: 'How the rules are read here', href },
      next: href,
      // It is about no one person: what came in between stands on the list itself.
      changes: () => Promise.resolve([]),
    };
  }
}
