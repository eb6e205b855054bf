// Every topic of young people but their forgetting.
import * as communicationNeeds from './communication-needs.js';
import * as competence from './competence.js';
import * as consent from './consent.js';
import * as consentOverride from './consent-override.js';
import * as contacts from './contacts.js';
import * as departures from './departures.js';
import * as identifiers from './identifiers.js';
import * as namedWorkers from './named-workers.js';
import * as registering from './registering.js';
import * as sendKnown from './send-known.js';

export const topics = [
  registering,
  identifiers,
  contacts,
  communicationNeeds,
  namedWorkers,
  sendKnown,
  competence,
  consent,
  consentOverride,
  departures,
] as const;
