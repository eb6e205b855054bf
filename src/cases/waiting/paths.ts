// Addresses of the pages of waits.
import { path, paths as ofEngine } from '../../engine/web/paths.js';

export const ownPaths = {
  contactsWritten: path('/people/:personId/contacts-written'),
  waiting: {
    list: path('/waiting'),
    wait: path('/waiting/:waitId'),
    record: path('/waiting/:waitId/record/:step'),
  },
};

export const paths = { ...ofEngine, ...ownPaths };
