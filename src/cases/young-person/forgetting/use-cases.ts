// What can be done and asked here, one value each.
import type { Offers } from '../../../engine/use-cases/build.js';
import { forgetPerson } from './commands/forget-person.js';
import { findForForgetting } from './queries/find-for-forgetting.js';

export const forgettingUseCases: Offers = {
  useCases: [forgetPerson],
  questions: [findForForgetting],
};
