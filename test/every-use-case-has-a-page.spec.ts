// Whoever may do something can do it on a page that they reach by links, or it is said why not.
import { whole } from '../src/apps/cases.js';
import { offersOf } from '../src/apps/use-cases.js';
import { missing, type UseCase } from '../src/engine/use-cases/use-case.js';
import type { Paths } from '../src/engine/web/paths.js';

let ofPeople: UseCase[];
beforeAll(async () => {
  ofPeople = (await offersOf(whole))
    .flatMap(({ useCases }) => useCases)
    .filter(({ who }) => who.roles.some((role) => role !== 'system'));
});

const namesOf = (useCases: typeof ofPeople): string[] => useCases.map(({ name }) => name).sort();

/** What can be done by the API alone. A name leaves this list when it gets a page; none is added. */
const withoutAPage = [
  'AddContact',
  'AddIdentifier',
  'AnswerCareConsent',
  'AssignNamedWorker',
  'AttendFirstContact',
  'ChangeContact',
  'CompleteTransitionAudit',
  'ConcludeCareAssessment',
  'ConsiderInterimReview',
  'CorrectClockStart',
  'CorrectDeparture',
  'CorrectRemovalReason',
  'CorrectWaitDate',
  'CorrectYoungPersonDetails',
  'DischargeFromAdultService',
  'EndChildrensSupport',
  'EndContact',
  'EndNamedWorker',
  'ExpectTermLists',
  'GivePlanCopy',
  'JudgeIcbProvision',
  'LearnOfIcbChange',
  'MakePromisedContact',
  'MeetAdultWorker',
  'MeetIcbRequest',
  'MissFirstContact',
  'MissPromisedContact',
  'NotifyNewIcb',
  'OpenReview',
  'OpenTransition',
  'ReachSegment',
  'ReceiveIcbRequest',
  'RecogniseCareNeed',
  'RecordCommunicationNeeds',
  'RecordCompetenceAssessment',
  'RecordHelpElement',
  'RecordMoveAway',
  'RecordSchoolReply',
  'RecordSendStatus',
  'RecordTransitionMark',
  'RecordTransitionSurvey',
  'Refer',
  'ReferBackToNamedWorker',
  'RegisterYoungPerson',
  'ReinstateWait',
  'RemoveFromList',
  'ReopenTask',
  'StartNewClock',
  'StopClock',
  'SupersedeIdentifier',
  'TakeTask',
  'ValidateWait',
  'WithdrawConsultation',
  'WithdrawTermList',
  'WithdrawWaitFact',
];

test('every use case of a person has a form, a page of its own, or a reason why not', () => {
  expect(ofPeople.length).toBeGreaterThan(100);
  const untold = ofPeople.filter(({ forms = [], page, noForm }) => forms.length === 0 && !page && !noForm);
  expect(namesOf(untold)).toEqual([]);
});

test('what has no page yet is known by name, and nothing else has none', () => {
  expect(namesOf(ofPeople.filter(({ noForm }) => noForm === missing))).toEqual(withoutAPage);
});

test('whatever has a form or a page does not say that it has none', () => {
  const both = ofPeople.filter(({ forms, page, noForm }) => noForm !== undefined && (forms !== undefined || page));
  expect(namesOf(both)).toEqual([]);
});

test('a page that a use case names is an address of the pages', () => {
  const patterns = new Set(patternsIn(whole.paths));
  const elsewhere = ofPeople.filter(({ page }) => page !== undefined && !patterns.has(page));
  expect(namesOf(elsewhere)).toEqual([]);
});

const patternsIn = (all: Paths): string[] =>
  Object.values(all).flatMap((each) => (typeof each === 'function' ? [each.pattern] : patternsIn(each)));
