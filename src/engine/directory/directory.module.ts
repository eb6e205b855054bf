// Nest wiring of the lists of the area.
import { Module } from '@nestjs/common';
import { GetDirectoryController, GetDirectoryHandler } from './get-directory.js';

@Module({ controllers: [GetDirectoryController], providers: [GetDirectoryHandler] })
export class DirectoryModule {}
