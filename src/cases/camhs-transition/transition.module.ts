// Nest wiring of transitions.
import { Module } from '@nestjs/common';
import { InterfaceMinutes } from './queries/interface-minutes.js';
import { PersonOnRecord } from './person-on-record.js';
import { ReceivingSide } from './receiving-side.js';
import { TransitionCases } from './transition-cases.js';
import { built } from '../../engine/use-cases/build.js';
import { transitionUseCases } from './use-cases.js';

const made = built(transitionUseCases);

@Module({
  controllers: made.controllers,
  providers: [InterfaceMinutes, ...made.providers, PersonOnRecord, TransitionCases, ReceivingSide],
  exports: [ReceivingSide],
})
export class TransitionModule {}
