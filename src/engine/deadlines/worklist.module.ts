// Nest wiring of the worklist.
import { Module } from '@nestjs/common';
import { built } from '../use-cases/build.js';
import { worklistUseCases } from './use-cases.js';

const made = built(worklistUseCases);

@Module({
  controllers: [...made.controllers],
  providers: [...made.providers],
})
export class WorklistModule {}
