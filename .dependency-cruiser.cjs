/**
 * Who may import whom. `npm run check` holds every file to it, and `test/architecture/directions.test.ts` plants a
 * violation of each rule and sees it fail.
 *
 *   domain <- crypto <- client <- { web, cli }
 *   domain <- functions/ports <- functions/{intake,desk,publisher,caretaker} <- functions/entry
 *   functions/adapters -> functions/ports
 *   start composes everything for one machine; infra places the functions in AWS by the paths of their files
 *
 * Each comment says what to do instead.
 */

const inTests = '^(test|bench|scripts)/'
const jobs = ['intake', 'desk', 'publisher', 'caretaker']

/** Rules of direction: files under `from` may import, of our own code, only what `may` names. */
const directions = [
  {
    name: 'domain-stands-alone',
    from: '^domain/',
    may: '^domain/',
    comment: 'The domain is pure. Take what you need as an argument: a hash, a day, octets.',
  },
  {
    name: 'crypto-stands-on-the-domain',
    from: '^crypto/',
    may: '^(domain|crypto)/',
    comment: 'crypto/ seals and opens. Whoever needs the network or a page calls it from client/, web/ or cli/.',
  },
  {
    name: 'client-stands-on-crypto',
    from: '^client/',
    may: '^(domain|crypto|client)/',
    comment: 'client/ is the same in browser and terminal: no page, no terminal, no server code.',
  },
  {
    name: 'web-stands-on-the-client',
    from: '^web/',
    // Of functions types only: the rule `web-takes-types-only` below.
    may: '^(domain|crypto|client|web|functions)/',
    comment: 'The page talks to the portal through client/. What it shares with other ways in belongs there.',
  },
  {
    name: 'cli-stands-on-the-client',
    from: '^cli/',
    may: '^(domain|crypto|client|cli)/',
    comment: 'The terminal talks to the portal through client/, as the browser does.',
  },
  {
    name: 'ports-stand-on-the-domain',
    from: '^functions/ports/',
    may: '^(domain|functions/ports)/',
    comment: 'A port speaks in acts of the domain. Its engine belongs in functions/adapters/.',
  },
  {
    name: 'adapters-stand-on-ports',
    from: '^functions/adapters/',
    may: '^(domain|functions/ports|functions/adapters)/',
    comment: 'An adapter implements ports. What decides belongs in domain/ or in the function that asks.',
  },
  ...jobs.map((job) => ({
    name: `${job}-stands-on-ports`,
    from: `^functions/${job}/`,
    may:
      job === 'desk'
        ? '^(domain/|functions/ports/|functions/desk/|crypto/verify/|crypto/openpgp\\.ts$)'
        : `^(domain|functions/ports|functions/${job})/`,
    comment: `functions/${job}/ asks ports. It is given its adapters by functions/entry/ and knows no other function.`,
  })),
  {
    name: 'entry-joins-functions',
    from: '^functions/entry/',
    may: '^(domain|functions)/',
    comment: 'An entry joins functions and adapters. What a function needs of crypto/ it imports itself.',
  },
  {
    name: 'infra-names-files',
    from: '^infra/',
    may: '^(infra/|functions/adapters/dynamo/table\\.ts$)',
    comment: 'infra/ names entries by the paths of their files, and shares the shape of the tables with the adapter.',
  },
  {
    name: 'scripts-stand-alone',
    from: '^scripts/',
    may: '^scripts/',
    comment: 'Scripts start programs. Start the program by its path instead of importing it.',
    // Taking the pictures of the README is driving the started portal like a person, with the test drivers.
    except: '^scripts/pictures\\.ts$',
  },
].map(({ name, from, may, comment, except }) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, ...(except === undefined ? {} : { pathNot: except }) },
  to: {
    // Only our own folders: packages have rules of their own below.
    path: '^(domain|crypto|client|functions|web|cli|start|infra|test|bench|scripts)/',
    pathNot: may,
  },
}))

/** Rules of reach: through any chain of imports. They are the promise of the design written as a test. */
const reaches = [
  {
    name: 'no-function-reaches-a-clear-tip',
    comment:
      'A server never names what is inside an envelope. Move what both sides need out of domain/clear/, or do it in client/.',
    from: { path: '^functions/', pathNot: inTests },
    to: { path: '^(domain/clear|client|web|cli)/', reachable: true },
  },
  {
    name: 'no-function-reaches-opening',
    comment:
      'A function may verify (crypto/verify/) and nothing else: never seal, open, unlock or know a passphrase. Do that in client/.',
    from: { path: '^functions/' },
    to: { path: '^crypto/', pathNot: '^crypto/(verify/|openpgp\\.ts$)', reachable: true },
  },
  {
    name: 'only-the-desk-reaches-openpgp',
    comment:
      'Intake, publisher and caretaker never load OpenPGP.js: shapes are judged by domain/packet.ts. Only the desk verifies signatures of members.',
    from: {
      path: '^functions/(intake/|publisher/|caretaker/|ports/|adapters/|entry/lambda-(intake|publisher|caretaker)\\.ts$)',
    },
    to: { path: '^crypto/|(^|/)node_modules/openpgp/', reachable: true },
  },
  {
    name: 'the-portal-does-not-reach-the-desk',
    comment: "A source's page must stay small and never know the desk. Put what both need into web/lib/ or client/.",
    from: { path: '^web/source/' },
    to: { path: '^(web/desk|client/desk)/', reachable: true },
  },
].map((rule) => ({ severity: 'error', ...rule }))

/** Rules about packages, about Node, and about what stands at the edges. */
const doors = [
  {
    name: 'web-takes-types-only',
    comment: 'Write `import type`: the code of a function must never come into a page.',
    from: { path: '^web/' },
    to: { path: '^functions/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'domain-uses-no-package',
    comment: 'The domain has no library and no platform. Take the function as an argument.',
    from: { path: '^domain/' },
    to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'] },
  },
  {
    name: 'one-door-to-openpgp',
    comment: 'Import from crypto/openpgp.ts: there the library is configured, hardened and frozen.',
    // Tests may hold our work against the library as it comes out of the box.
    from: { path: '^(domain|crypto|client|functions|web|cli|start|infra)/', pathNot: '^crypto/openpgp\\.ts$' },
    to: { path: '(^|/)node_modules/openpgp/' },
  },
  {
    name: 'browsers-have-no-node',
    comment: 'This code runs in browsers as well. Use the web platform: Web Crypto, TextEncoder, fetch.',
    from: { path: '^(crypto|client|web)/', pathNot: '^web/build(\\.ts$|/)' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'engines-stay-in-adapters',
    comment: 'Ask a port. Only adapters know DynamoDB, KMS and HPKE; entries may make the client they hand over.',
    from: { path: '^(domain|crypto|client|functions|web|cli|start)/', pathNot: '^functions/(adapters|entry)/' },
    to: { path: '(^|/)node_modules/(@aws-sdk|@smithy|hpke)/' },
  },
  {
    name: 'ships-with-its-packages',
    comment: 'What the product imports belongs in "dependencies" of package.json; types may come from development.',
    from: { path: '^(domain|crypto|client|functions|web|cli|start)/' },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'packages-are-named',
    comment: 'Name the package in package.json: what is only there by accident disappears one day.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'imports-exist',
    comment: 'This import leads nowhere. Check the path and its .ts ending.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-circles',
    comment: 'Two files that need each other are one thing, or a third thing wants out. Move it there.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'product-does-not-need-its-tests',
    comment: 'Move what the product needs into the product.',
    from: { path: '^(domain|crypto|client|functions|web|cli|start|infra)/' },
    to: { path: inTests },
  },
  {
    name: 'start-is-last',
    comment: 'start/ composes the rest for one machine; nothing of the product builds on it.',
    from: { path: '^(domain|crypto|client|functions|web|cli|infra)/' },
    to: { path: '^start/' },
  },
].map((rule) => ({ severity: 'error', ...rule }))

module.exports = {
  forbidden: [...directions, ...reaches, ...doors],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
}
