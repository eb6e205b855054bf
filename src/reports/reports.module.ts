// Nest wiring of the reports.
import { Module } from '@nestjs/common';
import { GetAnnualReviewsController, GetAnnualReviewsHandler } from './queries/get-annual-reviews.js';

@Module({ controllers: [GetAnnualReviewsController], providers: [GetAnnualReviewsHandler] })
export class ReportsModule {}
