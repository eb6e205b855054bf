// Nest wiring of waiting: which routes and handlers there are.
import { Module } from '@nestjs/common';
import { built } from '../../engine/use-cases/build.js';
import { waitingUseCases } from './use-cases.js';

const made = built(waitingUseCases);

@Module({
  controllers: [...made.controllers],
  providers: [...made.providers],
})
export class WaitingModule {}
