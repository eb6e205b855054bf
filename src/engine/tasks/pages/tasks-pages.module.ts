// Nest wiring of the pages of tasks.
import { Module } from '@nestjs/common';
import { TasksPage } from './tasks.page.js';

@Module({ controllers: [TasksPage] })
export class TasksPagesModule {}
