// The frame of the pages: templates, static files, sessions, forms, and the pages that belong to no slice.
import { Global, Module } from '@nestjs/common';
import { AccessibilityPage } from './accessibility/accessibility.page.js';
import { AssetsController } from '../../engine/web/assets/assets.controller.js';
import { Assets } from '../../engine/web/assets/assets.js';
import { Drafts } from '../../engine/web/forms/drafts.js';
import { FormFlow } from '../../engine/web/forms/form-flow.js';
import { CaseHistory } from '../../engine/web/history/case-history.js';
import { HomePage } from './home/home.page.js';
import { PersonBars } from '../../engine/web/person-bar.js';
import { AskedPersonBars } from './person-bar/person-bars.js';
import { ProblemPages } from '../../engine/web/problem-page.js';
import { RenderPages } from '../../engine/web/render/render-pages.interceptor.js';
import { SetAsideCount } from '../../engine/deadlines/set-aside-count.js';
import { Renderer } from '../../engine/web/render/renderer.js';
import { SearchPage } from './search/search.page.js';
import { Receipts } from '../../engine/web/session/receipts.js';
import { Visitors } from '../../engine/web/session/visitors.js';
import { SignInPage } from './sign-in/sign-in.page.js';

const frame = [
  Assets,
  Renderer,
  SetAsideCount,
  Visitors,
  Receipts,
  { provide: PersonBars, useClass: AskedPersonBars },
  RenderPages,
  Drafts,
  FormFlow,
  CaseHistory,
  ProblemPages,
];

@Global()
@Module({
  controllers: [AssetsController, SignInPage, HomePage, SearchPage, AccessibilityPage],
  providers: frame,
  exports: frame,
})
export class WebModule {}
