// What can be done and asked here, one value each.
import type { Offers } from '../use-cases/offers.js';
import { completeTask } from './commands/complete-task.js';
import { reopenTask } from './commands/reopen-task.js';
import { takeTask } from './commands/take-task.js';
import { listTasks } from './queries/list-tasks.js';
import { keepTask } from './commands/keep-task.js';

export const tasksUseCases: Offers = {
  useCases: [keepTask, completeTask, reopenTask, takeTask],
  questions: [listTasks],
};
