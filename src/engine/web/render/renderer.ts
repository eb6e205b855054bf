// A page into HTML: its template within the layout, for the person who visits it.
import { Injectable } from '@nestjs/common';
import { Assets } from '../assets/assets.js';
import { Navigation } from '../navigation.js';
import { SetAsideCount } from '../../deadlines/set-aside-count.js';
import { StoreKind } from '../../../store/store-kind.js';
import type { KnownActor } from '../../access/actors.js';
import type { OtherDay } from '../other-day.js';
import type { Page } from '../page.js';
import type { PersonBar } from '../person-bar.js';
import { words } from '../present/words.js';
import { Templates } from './environment.js';

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
  constructor(
    private readonly templates: Templates,
    private readonly assets: Assets,
    private readonly navigation: Navigation,
    private readonly kind: StoreKind,
    private readonly setAside: SetAsideCount,
  ) {}

  html({ template, title, back, problems = [], data }: Page, around: Around): string {
    const { visitor, url, nonce, csrf, said, person, now, otherDay } = around;
    const [here = '/'] = url.split('?');
    return this.templates.render(template, {
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
      navigation: visitor ? this.navigation.of(visitor, here) : [],
      standingStill: visitor ? this.setAside.seenBy(visitor) : 0,
      demo: this.kind.kind === 'demo',
      assets: this.assets.urls,
    });
  }
}
