// How jest finds what a test imports: `./x.js` is x.ts beside it. Its own map of names would be tried on every import of every package too.
const { existsSync } = require('node:fs');
const { resolve, sep } = require('node:path');

const packages = `${sep}node_modules${sep}`;

module.exports = (request, options) => {
  if (request.startsWith('.') && request.endsWith('.js') && !options.basedir.includes(packages)) {
    const source = resolve(options.basedir, `${request.slice(0, -'.js'.length)}.ts`);
    if (existsSync(source)) return source;
  }
  return options.defaultResolver(request, options);
};
