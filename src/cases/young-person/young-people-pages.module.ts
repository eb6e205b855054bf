// Nest wiring of the pages of young people.
import { Module } from '@nestjs/common';
import { ConsentPage } from './pages/consent.page.js';
import { RecordDeathPage } from './pages/death.page.js';
import { WithdrawDeparturePage } from './pages/departure.page.js';
import { ConsentOverridePage } from './pages/override.page.js';
import { PersonPage } from './pages/person.page.js';

@Module({ controllers: [ConsentOverridePage, ConsentPage, PersonPage, RecordDeathPage, WithdrawDeparturePage] })
export class YoungPeoplePagesModule {}
