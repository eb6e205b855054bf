// The accessibility statement: what was tested and how, what is known not to work, whom to tell.
import { Get } from '@nestjs/common';
import { OpenToAll } from '../../../engine/api/open-to-all.js';
import { PageController } from '../../../engine/web/page-controller.js';
import { page, type Page } from '../../../engine/web/page.js';
import { paths } from '../../paths.js';

@OpenToAll()
@PageController()
export class AccessibilityPage {
  @Get(paths.accessibility.pattern)
  show(): Page {
    return page('apps/web/accessibility/accessibility.njk', 'Accessibility of Onward', { data: {} });
  }
}
