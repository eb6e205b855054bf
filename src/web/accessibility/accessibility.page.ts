// The accessibility statement: what was tested and how, what is known not to work, whom to tell.
import { Get } from '@nestjs/common';
import { OpenToAll } from '../../api/open-to-all.js';
import { PageController } from '../page-controller.js';
import { page, type Page } from '../page.js';
import { paths } from '../paths.js';

@OpenToAll()
@PageController()
export class AccessibilityPage {
  @Get(paths.accessibility.pattern)
  show(): Page {
    return page('web/accessibility/accessibility.njk', 'Accessibility of Onward', { data: {} });
  }
}
