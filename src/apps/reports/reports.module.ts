// Nest wiring of the reports.
import { Module } from '@nestjs/common';
import { AreaFigures } from './area/area-figures.js';
import { built } from '../../engine/use-cases/build.js';
import { reportsUseCases } from './use-cases.js';

const made = built(reportsUseCases);

@Module({
  controllers: [...made.controllers],
  providers: [...made.providers, AreaFigures],
  exports: [AreaFigures],
})
export class ReportsModule {}
