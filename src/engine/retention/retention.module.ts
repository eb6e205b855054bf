// Nest wiring of how long records are kept.
import { Module } from '@nestjs/common';
import { GetRetentionController, GetRetentionHandler } from './get-retention.js';

@Module({ controllers: [GetRetentionController], providers: [GetRetentionHandler] })
export class RetentionModule {}
