// Nest wiring of the pages of young people.
import { Module } from '@nestjs/common';
import { PersonPage } from './pages/person.page.js';

@Module({ controllers: [PersonPage] })
export class YoungPeoplePagesModule {}
