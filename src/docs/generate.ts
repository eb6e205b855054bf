// `npm run docs`: writes the pages that are made from the code.
import { writeFileSync } from 'node:fs';
import { eventCatalogue } from './event-catalogue.js';

writeFileSync('docs/events.md', eventCatalogue());
