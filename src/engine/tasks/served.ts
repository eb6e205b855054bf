// What the server brings of tasks: what can be done and asked, and the pages.
import type { Served } from '../use-cases/served.js';
import { TaskCases } from './commands/about-task.js';
import { OtherEyes } from './commands/other-eyes.js';
import { TasksPage } from './pages/tasks.page.js';
import { tasksUseCases } from './use-cases.js';

export const served: Served = {
  offers: [tasksUseCases],
  pages: [TasksPage],
  providers: [TaskCases, OtherEyes],
};
