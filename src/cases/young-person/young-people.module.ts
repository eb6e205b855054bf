// Nest wiring of young people.
import { Module } from '@nestjs/common';
import { AddContactController, AddContactHandler } from './commands/add-contact.js';
import { AddIdentifierController, AddIdentifierHandler } from './commands/add-identifier.js';
import { AssignNamedWorkerController, AssignNamedWorkerHandler } from './commands/assign-named-worker.js';
import { ChangeContactController, ChangeContactHandler } from './commands/change-contact.js';
import {
  CorrectYoungPersonDetailsController,
  CorrectYoungPersonDetailsHandler,
} from './commands/correct-young-person-details.js';
import { CorrectDepartureController, CorrectDepartureHandler } from './commands/correct-departure.js';
import { EndContactController, EndContactHandler } from './commands/end-contact.js';
import { EndNamedWorkerController, EndNamedWorkerHandler } from './commands/end-named-worker.js';
import {
  RecordCommunicationNeedsController,
  RecordCommunicationNeedsHandler,
} from './commands/record-communication-needs.js';
import {
  RecordCompetenceAssessmentController,
  RecordCompetenceAssessmentHandler,
} from './commands/record-competence-assessment.js';
import { RecordConsentOverrideController, RecordConsentOverrideHandler } from './commands/record-consent-override.js';
import { RecordConsentController, RecordConsentHandler } from './commands/record-consent.js';
import { RecordDeathController, RecordDeathHandler } from './commands/record-death.js';
import { RecordMoveAwayController, RecordMoveAwayHandler } from './commands/record-move-away.js';
import { KnowEhcPlanHandler } from './commands/know-ehc-plan.js';
import { RecordSendStatusController, RecordSendStatusHandler } from './commands/record-send-status.js';
import { RegisterYoungPersonController, RegisterYoungPersonHandler } from './commands/register-young-person.js';
import { SupersedeIdentifierController, SupersedeIdentifierHandler } from './commands/supersede-identifier.js';
import { WithdrawDepartureController, WithdrawDepartureHandler } from './commands/withdraw-departure.js';
import { FindYoungPeopleController, FindYoungPeopleHandler } from './queries/find-young-people.js';
import { GetYoungPersonController, GetYoungPersonHandler } from './queries/get-young-person.js';
import { IdentifierRegistry } from './identifiers/identifier-registry.js';
import { AdultAccess } from './profile/adult-access.js';
import { PersonReader } from './profile/person-reader.js';

export const youngPeopleHandlers = [
  AddContactHandler,
  AddIdentifierHandler,
  AssignNamedWorkerHandler,
  ChangeContactHandler,
  CorrectYoungPersonDetailsHandler,
  EndContactHandler,
  EndNamedWorkerHandler,
  RecordCommunicationNeedsHandler,
  RecordCompetenceAssessmentHandler,
  RecordConsentOverrideHandler,
  RecordConsentHandler,
  RecordDeathHandler,
  RecordMoveAwayHandler,
  KnowEhcPlanHandler,
  RecordSendStatusHandler,
  RegisterYoungPersonHandler,
  SupersedeIdentifierHandler,
  CorrectDepartureHandler,
  WithdrawDepartureHandler,
  FindYoungPeopleHandler,
  GetYoungPersonHandler,
];

export const youngPeopleControllers = [
  AddContactController,
  AddIdentifierController,
  AssignNamedWorkerController,
  ChangeContactController,
  CorrectYoungPersonDetailsController,
  EndContactController,
  EndNamedWorkerController,
  RecordCommunicationNeedsController,
  RecordCompetenceAssessmentController,
  RecordConsentOverrideController,
  RecordConsentController,
  RecordDeathController,
  RecordMoveAwayController,
  RecordSendStatusController,
  RegisterYoungPersonController,
  SupersedeIdentifierController,
  CorrectDepartureController,
  WithdrawDepartureController,
  FindYoungPeopleController,
  GetYoungPersonController,
];

@Module({
  controllers: youngPeopleControllers,
  providers: [...youngPeopleHandlers, IdentifierRegistry, PersonReader, AdultAccess],
  exports: [IdentifierRegistry, PersonReader, AdultAccess],
})
export class YoungPeopleModule {}
