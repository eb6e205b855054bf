// Nest wiring of how long records are kept.
import { Module } from '@nestjs/common';
import { built } from '../use-cases/build.js';
import { retentionUseCases } from './use-cases.js';

const made = built(retentionUseCases);

@Module({ controllers: [...made.controllers], providers: [...made.providers] })
export class RetentionModule {}
