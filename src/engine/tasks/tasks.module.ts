// Nest wiring of tasks.
import { Module } from '@nestjs/common';
import { TaskCases } from './commands/about-task.js';
import { OtherEyes } from './commands/other-eyes.js';
import { built } from '../use-cases/build.js';
import { tasksUseCases } from './use-cases.js';

const made = built(tasksUseCases);

@Module({
  controllers: made.controllers,
  providers: [...made.providers, TaskCases, OtherEyes],
})
export class TasksModule {}
