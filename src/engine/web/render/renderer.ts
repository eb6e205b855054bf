// A page into HTML: its template within the layout, for the person who visits it.
import { Injectable } from '@nestjs/common';
import type nunjucks from 'nunjucks';
import { Assets } from '../assets/assets.js';
import { navigationFor } from '../navigation.js';
import { Policies } from '../../access/policy.js';
import { CaseTypes } from '../../processing/case-types.js';
import { ReadSide } from '../../processing/read-side.js';
import { countSetAside } from '../../deadlines/set-aside-cases.js';
import { StoreKind } from '../../../store/store-kind.js';
import type { KnownActor } from '../../access/actors.js';
import type { OtherDay } from '../other-day.js';
import type { Page } from '../page.js';
import type { PersonBar } from '../person-bar.js';
import { words } from '../present/words.js';
import { templates } from './environment.js';

export interface Around {
  /** Nobody on the sign-in page, and where a problem comes before anybody is known. */
  readonly visitor?: KnownActor;
  readonly url: string;
  readonly nonce?: string;
  readonly csrf?: string;
  /** Said once, after something was recorded. */
  readonly said?: string;
  readonly person?: PersonBar;
  /** Where the page is not of today. */
  readonly otherDay?: OtherDay;
  /** For the foot of a printed page. */
  readonly now: string;
}

@Injectable()
export class Renderer {
  private readonly environment: nunjucks.Environment = templates();

  constructor(
    private readonly assets: Assets,
    private readonly policies: Policies,
    private readonly kind: StoreKind,
    private readonly readSide: ReadSide,
    private readonly caseTypes: CaseTypes,
  ) {}

  html({ template, title, back, problems = [], data }: Page, around: Around): string {
    const { visitor, url, nonce, csrf, said, person, now, otherDay } = around;
    const [here = '/'] = url.split('?');
    return this.environment.render(template, {
      ...data,
      title,
      back,
      problems,
      said,
      person,
      now,
      otherDay,
      csrf,
      cspNonce: nonce,
      visitor: visitor && { name: visitor.name, role: words(visitor.role) },
      navigation: visitor ? navigationFor(visitor, this.policies, here) : [],
      standingStill: visitor ? this.standingStill(visitor) : 0,
      demo: this.kind.kind === 'demo',
      assets: this.assets.urls,
    });
  }

  /** How many cases the visitor's lists do not show as they are. */
  private standingStill(visitor: KnownActor): number {
    const { allowed } = this.policies.of('ListSetAside')(visitor);
    if (!allowed) return 0;
    return this.readSide.askOr(0, (db) =>
      countSetAside(db, this.caseTypes, this.policies.pathways('ListSetAside', visitor)),
    );
  }
}
