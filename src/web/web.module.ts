// The frame of the pages: templates, static files, sessions, forms, and the pages that belong to no slice.
import { Global, Module } from '@nestjs/common';
import { AccessibilityPage } from './accessibility/accessibility.page.js';
import { AssetsController } from './assets/assets.controller.js';
import { Assets } from './assets/assets.js';
import { Drafts } from './forms/drafts.js';
import { FormFlow } from './forms/form-flow.js';
import { CaseHistory } from './history/case-history.js';
import { HomePage } from './home/home.page.js';
import { PersonBars } from './person-bar/person-bars.js';
import { ProblemPages } from './problem-page.js';
import { RenderPages } from './render/render-pages.interceptor.js';
import { Renderer } from './render/renderer.js';
import { SearchPage } from './search/search.page.js';
import { Receipts } from './session/receipts.js';
import { Visitors } from './session/visitors.js';
import { SignInPage } from './sign-in/sign-in.page.js';

const frame = [
  Assets,
  Renderer,
  Visitors,
  Receipts,
  PersonBars,
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
