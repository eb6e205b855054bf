// Nest wiring of the pages of young people.
import { Module } from '@nestjs/common';
import { ConsentPage } from './pages/consent.page.js';
import { PersonPage } from './pages/person.page.js';

@Module({ controllers: [ConsentPage, PersonPage] })
export class YoungPeoplePagesModule {}
