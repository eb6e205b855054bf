// Marks the few routes that need no one to be signed in: health, version, the API's documentation.
import { SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';

const mark = 'onward:open-to-all';

export const OpenToAll = () => SetMetadata(mark, true);

export const isOpenToAll = (reflector: Reflector, context: ExecutionContext): boolean =>
  reflector.getAllAndOverride<boolean | undefined>(mark, [context.getHandler(), context.getClass()]) === true;
