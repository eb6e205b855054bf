// Addresses of the manager's pages.
import { path } from '../../engine/web/paths.js';

export const ownPaths = {
  reports: {
    area: path('/reports/area'),
    /** `file` is the figure's name with `.csv` or `.xlsx`. */
    file: path('/reports/area/:file'),
    publish: path('/reports/publish'),
    publications: path('/reports/publications'),
    gates: path('/reports/gates'),
    discharges: path('/reports/discharges'),
    reviewLacks: path('/reports/review-lacks'),
  },
};
