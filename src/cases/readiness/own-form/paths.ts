// Addresses of the own form, which opens without an account, and of the page that gives it away.
import { path, paths as ofEngine } from '../../../engine/web/paths.js';

export const ownPaths = {
  ownForm: {
    /** The address that is given away: whoever has it may open this one form. */
    start: path('/own-form/:token'),
    /** `step` is the number of a question, `all`, `check` or `send`. */
    step: path('/own-form/:token/:step'),
    /** Which sheet is typed in, and its questions. */
    typeIn: path('/readiness/:programmeId/type-in'),
    typeInSheet: path('/readiness/:programmeId/type-in/:questionnaire/:version'),
    give: path('/readiness/:programmeId/form-link'),
  },
};

export const paths = { ...ofEngine, ...ownPaths };
