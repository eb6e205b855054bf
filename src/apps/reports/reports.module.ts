// Nest wiring of the reports.
import { Module } from '@nestjs/common';
import { AreaFigures } from './area/area-figures.js';
import { PublishFiguresController, PublishFiguresHandler } from './commands/publish-figures.js';
import { GetAnnualReviewsController, GetAnnualReviewsHandler } from './queries/get-annual-reviews.js';
import { GetPublicationController, GetPublicationHandler } from './queries/get-publication.js';
import { ListPublicationsController, ListPublicationsHandler } from './queries/list-publications.js';

@Module({
  controllers: [
    GetAnnualReviewsController,
    GetPublicationController,
    ListPublicationsController,
    PublishFiguresController,
  ],
  providers: [
    AreaFigures,
    GetAnnualReviewsHandler,
    GetPublicationHandler,
    ListPublicationsHandler,
    PublishFiguresHandler,
  ],
  exports: [AreaFigures],
})
export class ReportsModule {}
