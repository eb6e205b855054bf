// The topics of a move from CAMHS to adult life, in the order of the pathway, in which the page of a case offers what can be recorded.
import * as adultDischarge from './adult-discharge.js';
import * as adultWorkers from './adult-workers.js';
import * as auditsAndSurveys from './audits-and-surveys.js';
import * as careAfter18 from './care-after-18.js';
import * as closing from './closing.js';
import * as corrections from './corrections.js';
import * as firstAppointments from './first-appointments.js';
import * as handOver from './hand-over.js';
import * as interfaceMeeting from './interface-meeting.js';
import * as jointPlan from './joint-plan.js';
import * as leadService from './lead-service.js';
import * as marks from './marks.js';
import * as onwardReferral from './onward-referral.js';
import * as opening from './opening.js';
import * as past18 from './past-18.js';
import * as promisedContacts from './promised-contacts.js';
import * as protocolSteps from './protocol-steps.js';
import * as receivingService from './receiving-service.js';

export const topics = [
  opening,
  protocolSteps,
  marks,
  interfaceMeeting,
  onwardReferral,
  adultWorkers,
  jointPlan,
  leadService,
  past18,
  handOver,
  receivingService,
  closing,
  firstAppointments,
  promisedContacts,
  auditsAndSurveys,
  careAfter18,
  adultDischarge,
  corrections,
] as const;
