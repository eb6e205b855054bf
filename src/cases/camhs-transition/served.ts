// What the server brings of transitions: what can be done and asked, and the pages.
import type { Served } from '../../engine/use-cases/served.js';
import { HandOverPage } from './adult-pages/hand-over.page.js';
import { TransferListsPage } from './adult-pages/lists.page.js';
import { RecordHandOverPage } from './adult-pages/record-hand-over.page.js';
import { AgendaPage } from './pages/agenda.page.js';
import { TransitionPage } from './pages/case.page.js';
import { RecordTransitionPage } from './pages/record.page.js';
import { RegisterPage } from './pages/register.page.js';
import { PersonOnRecord } from './person-on-record.js';
import { InterfaceMinutes } from './queries/interface-minutes.js';
import { ReceivingSide } from './receiving-side.js';
import { TransitionCases } from './transition-cases.js';
import { transitionUseCases } from './use-cases.js';

export const served: Served = {
  offers: [transitionUseCases],
  pages: [
    AgendaPage,
    RecordTransitionPage,
    RegisterPage,
    TransitionPage,
    TransferListsPage,
    HandOverPage,
    RecordHandOverPage,
  ],
  providers: [InterfaceMinutes, PersonOnRecord, TransitionCases, ReceivingSide],
};
