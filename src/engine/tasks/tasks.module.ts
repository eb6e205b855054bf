// Nest wiring of tasks.
import { Module } from '@nestjs/common';
import { TaskCases } from './commands/about-task.js';
import { CompleteTaskController, CompleteTaskHandler } from './commands/complete-task.js';
import { OtherEyes } from './commands/other-eyes.js';
import { KeepTaskHandler } from './commands/keep-task.js';
import { ReopenTaskController, ReopenTaskHandler } from './commands/reopen-task.js';
import { TakeTaskController, TakeTaskHandler } from './commands/take-task.js';
import { ListTasksController, ListTasksHandler } from './queries/list-tasks.js';

@Module({
  controllers: [ListTasksController, CompleteTaskController, TakeTaskController, ReopenTaskController],
  providers: [
    TaskCases,
    OtherEyes,
    KeepTaskHandler,
    CompleteTaskHandler,
    TakeTaskHandler,
    ReopenTaskHandler,
    ListTasksHandler,
  ],
})
export class TasksModule {}
