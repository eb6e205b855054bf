// Nest wiring of EHC plans: which routes and handlers there are.
import { Module } from '@nestjs/common';
import { built } from '../../engine/use-cases/build.js';
import { ehcUseCases } from './use-cases.js';

const made = built(ehcUseCases);

@Module({
  controllers: made.controllers,
  providers: made.providers,
})
export class EhcModule {}
