// What can be done and asked here, one value each.
import type { Offers } from '../../engine/use-cases/build.js';
import { addContact } from './commands/add-contact.js';
import { addIdentifier } from './commands/add-identifier.js';
import { assignNamedWorker } from './commands/assign-named-worker.js';
import { changeContact } from './commands/change-contact.js';
import { correctDeparture } from './commands/correct-departure.js';
import { correctYoungPersonDetails } from './commands/correct-young-person-details.js';
import { endContact } from './commands/end-contact.js';
import { endNamedWorker } from './commands/end-named-worker.js';
import { recordCommunicationNeeds } from './commands/record-communication-needs.js';
import { recordCompetenceAssessment } from './commands/record-competence-assessment.js';
import { recordConsentOverride } from './commands/record-consent-override.js';
import { recordConsent } from './commands/record-consent.js';
import { recordDeath } from './commands/record-death.js';
import { recordMoveAway } from './commands/record-move-away.js';
import { recordSendStatus } from './commands/record-send-status.js';
import { registerYoungPerson } from './commands/register-young-person.js';
import { supersedeIdentifier } from './commands/supersede-identifier.js';
import { withdrawDeparture } from './commands/withdraw-departure.js';
import { findYoungPeople } from './queries/find-young-people.js';
import { getYoungPerson } from './queries/get-young-person.js';
import { knowEhcPlan } from './commands/know-ehc-plan.js';

export const youngPeopleUseCases: Offers = {
  useCases: [
    knowEhcPlan,
    addContact,
    addIdentifier,
    assignNamedWorker,
    changeContact,
    correctDeparture,
    correctYoungPersonDetails,
    endContact,
    endNamedWorker,
    recordCommunicationNeeds,
    recordCompetenceAssessment,
    recordConsent,
    recordConsentOverride,
    recordDeath,
    recordMoveAway,
    recordSendStatus,
    registerYoungPerson,
    supersedeIdentifier,
    withdrawDeparture,
  ],
  questions: [findYoungPeople, getYoungPerson],
};
