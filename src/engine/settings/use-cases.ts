// What can be done and asked here, one value each.
import type { Offers } from '../use-cases/offers.js';
import { chooseSetting } from './commands/choose-setting.js';
import { listSettings } from './queries/list-settings.js';

export const areaSettingsUseCases: Offers = {
  useCases: [chooseSetting],
  questions: [listSettings],
};
