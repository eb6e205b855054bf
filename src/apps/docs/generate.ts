// `npm run docs`: writes the pages that are made from the code.
import { writeFileSync } from 'node:fs';
import { eventCatalogue } from './event-catalogue.js';
import { processManagersPage } from './process-managers-page.js';

writeFileSync('docs/events.md', eventCatalogue());
writeFileSync('docs/process-managers.md', processManagersPage());
