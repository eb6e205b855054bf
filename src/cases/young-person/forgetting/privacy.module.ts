// Nest wiring of privacy.
import { Module } from '@nestjs/common';
import { ForgetPersonController, ForgetPersonHandler } from './commands/forget-person.js';
import { FindForForgettingHandler } from './queries/find-for-forgetting.js';
import { GetRetentionController, GetRetentionHandler } from '../../../engine/retention/get-retention.js';

@Module({
  controllers: [ForgetPersonController, GetRetentionController],
  providers: [ForgetPersonHandler, FindForForgettingHandler, GetRetentionHandler],
})
export class PrivacyModule {}
