// How many cases somebody's lists do not show as they are: said on each page.
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/envelope.js';
import { Policies } from '../access/policy.js';
import { CaseTypes } from '../processing/case-types.js';
import { ReadSide } from '../processing/read-side.js';
import { countSetAside } from './set-aside-cases.js';

@Injectable()
export class SetAsideCount {
  constructor(
    private readonly readSide: ReadSide,
    private readonly caseTypes: CaseTypes,
    private readonly policies: Policies,
  ) {}

  seenBy(actor: Actor): number {
    if (!this.policies.of('ListSetAside')(actor).allowed) return 0;
    const pathways = this.policies.pathways('ListSetAside', actor);
    return this.readSide.askOr(0, (db) => countSetAside(db, this.caseTypes, pathways));
  }
}
