// Nest wiring of waiting: which routes and handlers there are.
import { Module } from '@nestjs/common';
import { AttendFirstContactController, AttendFirstContactHandler } from './commands/attend-first-contact.js';
import { BookFirstContactController, BookFirstContactHandler } from './commands/book-first-contact.js';
import { CorrectClockStartController, CorrectClockStartHandler } from './commands/correct-clock-start.js';
import { CorrectRemovalReasonController, CorrectRemovalReasonHandler } from './commands/correct-removal-reason.js';
import { CorrectWaitDateController, CorrectWaitDateHandler } from './commands/correct-wait-date.js';
import { EscalateConcernController, EscalateConcernHandler } from './commands/escalate-concern.js';
import { MissFirstContactController, MissFirstContactHandler } from './commands/miss-first-contact.js';
import { ReachSegmentController, ReachSegmentHandler } from './commands/reach-segment.js';
import { RecordHelpElementController, RecordHelpElementHandler } from './commands/record-help-element.js';
import {
  RecordWaitingWellContactController,
  RecordWaitingWellContactHandler,
} from './commands/record-waiting-well-contact.js';
import { ReferController, ReferHandler } from './commands/refer.js';
import { ReinstateWaitController, ReinstateWaitHandler } from './commands/reinstate.js';
import { RemoveFromListController, RemoveFromListHandler } from './commands/remove-from-list.js';
import { StartNewClockController, StartNewClockHandler } from './commands/start-new-clock.js';
import { StopClockController, StopClockHandler } from './commands/stop-clock.js';
import { ValidateWaitController, ValidateWaitHandler } from './commands/validate-wait.js';
import { WithdrawWaitFactController, WithdrawWaitFactHandler } from './commands/withdraw-wait-fact.js';
import { AskContactsWrittenHandler, ContactsWrittenController } from './queries/contacts-written.js';
import { EstimatedWaitController, AskEstimatedWaitHandler } from './queries/estimated-wait.js';
import { NowSeeingController, AskNowSeeingHandler } from './queries/now-seeing.js';
import { OneWaitController, AskOneWaitHandler } from './queries/one-wait.js';
import { ReconciliationController, AskReconciliationHandler } from './queries/reconciliation.js';
import { AskWaitContactsHandler, WaitContactsController } from './queries/wait-contacts.js';
import { WaitingFiguresController, AskWaitingFiguresHandler } from './queries/waiting-figures.js';
import { WaitingListController, AskWaitingListHandler } from './queries/waiting-list.js';
import { WaitsByServiceController, AskWaitsByServiceHandler } from './queries/waits-by-service.js';
import { WaitsOverTimeController, AskWaitsOverTimeHandler } from './queries/waits-over-time.js';
import { WaitsOfPersonController, AskWaitsOfPersonHandler } from './queries/waits-of-person.js';
import { WaitStandardsController, AskWaitStandardsHandler } from './standards/wait-standards.js';

@Module({
  controllers: [
    AttendFirstContactController,
    BookFirstContactController,
    CorrectClockStartController,
    CorrectRemovalReasonController,
    CorrectWaitDateController,
    EscalateConcernController,
    MissFirstContactController,
    ReachSegmentController,
    RecordHelpElementController,
    RecordWaitingWellContactController,
    ReferController,
    ReinstateWaitController,
    RemoveFromListController,
    StartNewClockController,
    StopClockController,
    ValidateWaitController,
    WithdrawWaitFactController,
    EstimatedWaitController,
    NowSeeingController,
    OneWaitController,
    WaitContactsController,
    ContactsWrittenController,
    ReconciliationController,
    WaitingFiguresController,
    WaitingListController,
    WaitsByServiceController,
    WaitsOfPersonController,
    WaitStandardsController,
    WaitsOverTimeController,
  ],
  providers: [
    AttendFirstContactHandler,
    BookFirstContactHandler,
    CorrectClockStartHandler,
    CorrectRemovalReasonHandler,
    CorrectWaitDateHandler,
    EscalateConcernHandler,
    MissFirstContactHandler,
    ReachSegmentHandler,
    RecordHelpElementHandler,
    RecordWaitingWellContactHandler,
    ReferHandler,
    ReinstateWaitHandler,
    RemoveFromListHandler,
    StartNewClockHandler,
    StopClockHandler,
    ValidateWaitHandler,
    WithdrawWaitFactHandler,
    AskEstimatedWaitHandler,
    AskNowSeeingHandler,
    AskOneWaitHandler,
    AskWaitContactsHandler,
    AskContactsWrittenHandler,
    AskReconciliationHandler,
    AskWaitingFiguresHandler,
    AskWaitingListHandler,
    AskWaitsByServiceHandler,
    AskWaitsOfPersonHandler,
    AskWaitStandardsHandler,
    AskWaitsOverTimeHandler,
  ],
})
export class WaitingModule {}
