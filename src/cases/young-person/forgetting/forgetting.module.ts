// Nest wiring of forgetting a person.
import { Module } from '@nestjs/common';
import { built } from '../../../engine/use-cases/build.js';
import { forgettingUseCases } from './use-cases.js';

const made = built(forgettingUseCases);

@Module({
  controllers: made.controllers,
  providers: made.providers,
})
export class ForgettingModule {}
