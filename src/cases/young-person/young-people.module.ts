// Nest wiring of young people.
import { Module } from '@nestjs/common';
import { IdentifierRegistry } from './identifiers/identifier-registry.js';
import { AdultAccess } from './profile/adult-access.js';
import { PersonReader } from './profile/person-reader.js';
import { built } from '../../engine/use-cases/build.js';
import { youngPeopleUseCases } from './use-cases.js';

const made = built(youngPeopleUseCases);

@Module({
  controllers: made.controllers,
  providers: [...made.providers, IdentifierRegistry, PersonReader, AdultAccess],
  exports: [IdentifierRegistry, PersonReader, AdultAccess],
})
export class YoungPeopleModule {}
