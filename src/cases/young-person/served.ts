// What the server brings of young people and of forgetting them: what can be done and asked, and the pages.
import type { Served } from '../../engine/use-cases/served.js';
import { ForgettingPage } from './forgetting/pages/forgetting.page.js';
import { forgettingUseCases } from './forgetting/use-cases.js';
import { IdentifierRegistry } from './identifiers/identifier-registry.js';
import { ConsentPage } from './pages/consent.page.js';
import { RecordDeathPage } from './pages/death.page.js';
import { WithdrawDeparturePage } from './pages/departure.page.js';
import { ConsentOverridePage } from './pages/override.page.js';
import { PersonPage } from './pages/person.page.js';
import { AdultAccess } from './profile/adult-access.js';
import { PersonReader } from './profile/person-reader.js';
import { youngPeopleUseCases } from './use-cases.js';

export const served: Served = {
  offers: [youngPeopleUseCases, forgettingUseCases],
  pages: [ConsentOverridePage, ConsentPage, PersonPage, RecordDeathPage, WithdrawDeparturePage, ForgettingPage],
  providers: [IdentifierRegistry, PersonReader, AdultAccess],
};
