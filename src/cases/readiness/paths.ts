// Addresses of the pages of readiness programmes.
import { path, paths as ofEngine } from '../../engine/web/paths.js';

export const ownPaths = {
  readiness: {
    list: path('/readiness'),
    figures: path('/readiness/figures'),
    programme: path('/readiness/:programmeId'),
    /** `about` is the help, the goal or the link that is meant; `programme` where it is the programme itself. */
    record: path('/readiness/:programmeId/record/:step/:about'),
    passport: path('/readiness/:programmeId/passport'),
    /** `to`: `gp` or `adult-team`. */
    summary: path('/readiness/:programmeId/summary/:to'),
    begin: path('/people/:personId/readiness/:step'),
  },
};

export const paths = { ...ofEngine, ...ownPaths };
