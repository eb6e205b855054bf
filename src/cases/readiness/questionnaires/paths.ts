// Addresses of the pages of questionnaires.
import { path, paths as ofEngine } from '../../../engine/web/paths.js';

export const ownPaths = {
  questionnaires: {
    list: path('/readiness/questionnaires'),
    one: path('/readiness/questionnaires/:questionnaire/:version'),
    file: path('/readiness/questionnaires/:questionnaire/:version/file.json'),
    load: path('/readiness/load-questionnaire'),
  },
};

export const paths = { ...ofEngine, ...ownPaths };
