// Nest wiring of the area's settings.
import { Module } from '@nestjs/common';
import { ChooseSettingPage } from './pages/choose-setting.page.js';
import { SettingsPage } from './pages/settings.page.js';
import { built } from '../use-cases/build.js';
import { areaSettingsUseCases } from './use-cases.js';

const made = built(areaSettingsUseCases);

@Module({
  controllers: [...made.controllers, SettingsPage, ChooseSettingPage],
  providers: [...made.providers],
})
export class AreaSettingsModule {}
