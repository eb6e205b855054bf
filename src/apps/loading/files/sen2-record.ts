// One SEN2 return as it stands in the file: DfE's names in camelCase; what was blank or left out is undefined, never false.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { ProblemItem } from './record.js';

export interface Sen2Header {
  line: number;
  collection: string;
  year: number;
  referenceDate: CivilDate;
  lea: string;
  sourceLevel?: string;
  softwareCode?: string;
  release?: string;
  serialNo?: string;
  dateTime?: string;
  dmo?: boolean;
  dco?: boolean;
  dsco?: boolean;
}

export interface Sen2Person {
  line: number;
  surname?: string;
  forename?: string;
  personBirthDate?: CivilDate;
  sex?: string;
  ethnicity?: string;
  postCode?: string;
  upn?: string;
  uniqueLearnerNumber?: string;
  upnUnknown?: string;
  requests: Sen2Request[];
}

export interface Sen2Request {
  line: number;
  receivedDate?: CivilDate;
  requestSource?: string;
  rya?: boolean;
  requestOutcomeDate?: CivilDate;
  requestOutcome?: string;
  requestMediation?: boolean;
  requestTribunal?: boolean;
  exported?: string;
  assessment?: Sen2Assessment;
  activePlan?: Sen2ActivePlan;
}

export interface Sen2Assessment {
  line: number;
  assessmentOutcome?: string;
  assessmentOutcomeDate?: CivilDate;
  assessmentMediation?: boolean;
  assessmentTribunal?: boolean;
  otherMediation?: boolean;
  otherTribunal?: boolean;
  week20?: boolean;
  namedPlan?: Sen2NamedPlan;
}

export interface Sen2NamedPlan {
  line: number;
  startDate?: CivilDate;
  planRes?: string;
  planWBP?: string;
  pb?: boolean;
  oa?: boolean;
  dp?: string;
  ceaseDate?: CivilDate;
  ceaseReason?: string;
  planDetails: Sen2PlanDetail[];
}

export interface Sen2PlanDetail {
  line: number;
  urn?: string;
  ukprn?: string;
  senSetting?: string;
  senSettingOther?: string;
  placementRank?: number;
  senUnitIndicator?: boolean;
  resourcedProvisionIndicator?: boolean;
}

export interface Sen2ActivePlan {
  line: number;
  transferLA?: string;
  reviewMeeting?: CivilDate;
  reviewOutcome?: string;
  reviewDraft?: CivilDate;
  phaseTransferDueDate?: CivilDate;
  phaseTransferFinalDate?: CivilDate;
  lastReview?: CivilDate;
  /** Until the return of 2023; since then on the placement. */
  res?: string;
  wbp?: string;
  placements: Sen2Placement[];
  needs: Sen2Need[];
}

export interface Sen2Placement extends Sen2PlanDetail {
  entryDate?: CivilDate;
  leavingDate?: CivilDate;
  res?: string;
  wbp?: string;
  attendancePattern?: string;
}

export interface Sen2Need {
  line: number;
  senType?: string;
  senTypeRank?: number;
}

export type Sen2Item = { kind: 'header'; header: Sen2Header } | { kind: 'person'; person: Sen2Person } | ProblemItem;
