// Nest wiring of the lists of the area.
import { Module } from '@nestjs/common';
import { built } from '../use-cases/build.js';
import { directoryUseCases } from './use-cases.js';

const made = built(directoryUseCases);

@Module({ controllers: [...made.controllers], providers: [...made.providers] })
export class DirectoryModule {}
