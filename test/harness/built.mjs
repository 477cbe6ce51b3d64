import { join, relative } from 'node:path';

const GLOBALS = ['describe', 'it', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach', 'jest'];

/**
 * Runs a test file as Node runs the product: from `dist/`, as an ES module, outside Jest's own realm and registry, where
 * every file would load the whole application anew, which takes longer than its tests do.
 */
export default {
  process: (_source, path, { config }) => {
    const dist = join(config.rootDir, 'dist');
    const built = join(dist, relative(config.rootDir, path)).replace(/\.ts$/, '.js');
    const properties = join(dist, 'test/harness/properties.js');
    return {
      code: `
        const realm = require('node:vm').runInThisContext('globalThis');
        const load = realm.process.getBuiltinModule('module').createRequire(__filename);
        Object.assign(realm, { ${GLOBALS.join(', ')}, expect: load('expect').expect });
        load(${JSON.stringify(properties)});
        load(${JSON.stringify(built)});`,
    };
  },
};
