// Nest wiring of the area's settings.
import { Module } from '@nestjs/common';
import { ChooseSettingController, ChooseSettingHandler } from './commands/choose-setting.js';
import { ChooseSettingPage } from './pages/choose-setting.page.js';
import { SettingsPage } from './pages/settings.page.js';
import { ListSettingsController, ListSettingsHandler } from './queries/list-settings.js';

@Module({
  controllers: [ListSettingsController, ChooseSettingController, SettingsPage, ChooseSettingPage],
  providers: [ListSettingsHandler, ChooseSettingHandler],
})
export class AreaSettingsModule {}
