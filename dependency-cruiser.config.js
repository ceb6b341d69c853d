// The rooms of src/, from the top floor down: each uses only rooms below it.
const rooms = [
  ['index'],
  ['authentication', 'triggers', 'creates', 'searches'],
  ['builders'],
  ['webhooks'],
  ['writes'],
  ['api'],
  ['records'],
  ['forms'],
  ['errors'],
  ['lib'],
  ['settings'],
];

const pathOf = (room) => (room === 'index' ? '^index\\.ts$' : `^src/${room}(/|\\.ts$)`);

const upwards = rooms.slice(1).flatMap((floor, below) =>
  floor.map((room) => ({
    name: `${room}-looks-up`,
    comment: `src/${room} uses a room above it or beside it: move what both need below them.`,
    severity: 'error',
    from: { path: pathOf(room) },
    to: {
      path: rooms
        .slice(0, below + 2)
        .flat()
        .filter((other) => other !== room)
        .map(pathOf),
    },
  })),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...upwards,
    {
      name: 'src-stands-alone',
      comment:
        'The app is bundled for Zapier: it uses its own files and its runtime dependencies, nothing else.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        pathNot: ['^src/', '^node_modules/(zapier-platform-core|zod|libphonenumber-js|entities)/'],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'command-line-stands-alone',
      comment: 'Every command uses it, the sandbox too: it uses Node and nothing else.',
      severity: 'error',
      from: { path: '^command_line/' },
      to: { pathNot: '^command_line/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'sandbox-stands-alone',
      comment:
        'The sandbox stands in for CleanEstimate Pro: an app that it shared code with could not be wrong about the API.',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: ['^src/', '^index\\.ts$', '^workbench/', '^proof/', '^contract/', '^scripts/'] },
    },
    {
      name: 'page-knows-the-definition-only',
      comment:
        'The page shows any definition: it takes the app as Zapier loads it, and nothing of how it is made but the guards.',
      severity: 'error',
      from: { path: '^workbench/page/' },
      to: { path: '^src/', pathNot: '^src/lib/guards\\.ts$' },
    },
    {
      name: 'browser-stands-alone',
      comment:
        'What runs in the browser has no Node: it shares types with the server, and draws with lit-html.',
      severity: 'error',
      from: { path: '^workbench/page/client/' },
      to: { pathNot: ['^workbench/page/client/', '^workbench/page/wire\\.ts$', '^node_modules/lit-html/'] },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
