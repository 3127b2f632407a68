/** The laws of the house, as far as they are about who may import whom. Type imports count. */
const sharedPackages =
  '^node_modules/(decimal\\.js|temporal-polyfill|temporal-spec|zod|@noble/|sm-crypto-v2|asn1js|pkijs|pvtsutils|fflate|libxml2-wasm)'

/** Shapes and names of the bridge, which everyone in the main process may read. */
const bridgeShapes = '^electron/ipc/(contract|channels)\\.ts$'

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid(
      'domain-is-pure',
      'domain imports itself and libraries that run everywhere: no Node, no DOM library, no Electron, no other room.',
      { path: '^domain/' },
      { pathNot: ['^domain/', sharedPackages] },
    ),
    forbid(
      'renderer-sees-domain-and-itself',
      'The page reaches the rest of the app through window.api only.',
      { path: '^renderer/', pathNot: '^renderer/api\\.ts$' },
      { path: '^(electron|native|sandbox|build|tests)/' },
    ),
    forbid(
      'api-reads-the-contract-only',
      'renderer/api.ts may read the contract of the bridge, nothing else of the main process.',
      { path: '^renderer/api\\.ts$' },
      { path: '^(electron|native|sandbox|build|tests)/', pathNot: bridgeShapes },
    ),
    forbid('page-has-no-node', 'The page runs sandboxed.', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    forbid(
      'electron-in-the-shell-only',
      'Services take what they need as arguments, so that tests run them without Electron.',
      {
        pathNot:
          '^(electron/main\\.ts$|electron/app/|electron/ipc/register\\.ts$|electron/preload\\.ts$|build/|tests/)',
      },
      { path: '^node_modules/electron/' },
    ),
    forbid(
      'store-card-portal-are-strangers',
      'The three ends of a filing do not know each other; services join them.',
      { path: '^electron/(store|card|portal)/' },
      { path: '^electron/(store|card|portal)/', pathNot: '^electron/$1/' },
    ),
    forbid(
      'ends-look-right-only',
      'store, card, portal, log and process know nothing of services, bridge or shell.',
      { path: '^electron/(store|card|portal|log|process)/' },
      { path: '^electron/(main|preload|app|ipc|services)', pathNot: bridgeShapes },
    ),
    forbid(
      'services-look-right-only',
      'Use cases know nothing of bridge or shell but the shapes of the contract.',
      { path: '^electron/services/' },
      { path: '^electron/(main|preload|app|ipc)', pathNot: bridgeShapes },
    ),
    forbid(
      'native-stands-alone',
      'The compiled edge knows the system library and itself.',
      { path: '^native/' },
      { path: '^(electron|renderer|sandbox|domain|build|tests)/' },
    ),
    forbid(
      'practice-parts-stay-behind-a-process',
      'The sandbox reaches the app through helper processes; only what they are made of names it.',
      { path: '^electron/', pathNot: '^electron/card/serve-desk\\.ts$' },
      { path: '^sandbox/' },
    ),
    forbid(
      'sandbox-is-no-part-of-the-desk',
      'The practice portal stands for somebody else: of the app it knows the line to its parent process only.',
      { path: '^sandbox/' },
      { path: '^(electron|renderer|native|build|tests)/', pathNot: '^electron/process/' },
    ),
    forbid(
      'product-needs-no-workshop',
      'What ships imports neither tests nor build scripts.',
      { path: '^(domain|electron|native|renderer|sandbox)/' },
      { path: '^(tests|build)/' },
    ),
    forbid(
      'shipped-packages-are-dependencies',
      'The main process loads its packages at run time: they belong under "dependencies". (The page is bundled.)',
      { path: '^(electron|native|sandbox)/' },
      { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/(electron|@types)/' },
    ),
    forbid(
      'no-circles',
      'Two files that need each other when they run are one thing or three.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid('no-unresolved', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|\\.cache|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
