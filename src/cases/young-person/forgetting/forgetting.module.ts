// Nest wiring of forgetting a person.
import { Module } from '@nestjs/common';
import { ForgetPersonController, ForgetPersonHandler } from './commands/forget-person.js';
import { FindForForgettingHandler } from './queries/find-for-forgetting.js';

@Module({
  controllers: [ForgetPersonController],
  providers: [ForgetPersonHandler, FindForForgettingHandler],
})
export class ForgettingModule {}
