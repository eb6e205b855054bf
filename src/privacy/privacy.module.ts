// Nest wiring of privacy.
import { Module } from '@nestjs/common';
import { ForgetPersonController, ForgetPersonHandler } from './commands/forget-person.js';

@Module({ controllers: [ForgetPersonController], providers: [ForgetPersonHandler] })
export class PrivacyModule {}
