// What the server brings of the settings of the area: what can be done and asked, and the pages.
import type { Served } from '../use-cases/served.js';
import { ChooseSettingPage } from './pages/choose-setting.page.js';
import { SettingsPage } from './pages/settings.page.js';
import { areaSettingsUseCases } from './use-cases.js';

export const served: Served = {
  offers: [areaSettingsUseCases],
  pages: [SettingsPage, ChooseSettingPage],
};
