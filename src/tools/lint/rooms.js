// Who may look into whom. The table is the house plan of docs/architecture.md; ESLint's own
// no-restricted-imports enforces it, and every refusal says where to go instead.

const reactPackages = ['react', 'react-dom', 'react-dom/*', '@fluentui/*', '@tanstack/*', 'react-i18next'];
const hostSdks = ['@microsoft/teams-js', '@microsoft/office-js', 'office-js'];
const wireSdks = ['@microsoft/microsoft-graph-client', '@azure/msal-browser', '@azure/msal-browser/*'];
const everyRoom = ['meeting', 'importers', 'exporters', 'graph', 'storage', 'device', 'host', 'commands', 'ui', 'tenant', 'tools', 'entries'];

/** room → the rooms it may import, the packages it may not, and what to do instead. */
const plan = {
  meeting: {
    may: [],
    packages: [...reactPackages, ...hostSdks, ...wireSdks],
    instead: 'The meeting is plain data and pure functions: hand what it needs in as an argument.',
  },
  importers: {
    may: ['meeting'],
    packages: [...reactPackages, ...hostSdks, ...wireSdks],
    instead: 'An importer turns a paper into plain data; let a command fetch or store it.',
  },
  exporters: {
    may: ['meeting'],
    packages: [...reactPackages, ...hostSdks, ...wireSdks],
    instead: 'An exporter turns a meeting into a document; let a command send it.',
  },
  graph: {
    may: [],
    packages: [...reactPackages, ...hostSdks],
    instead: "graph/ speaks Microsoft Graph's words and none of ours: translate in storage/.",
  },
  host: {
    may: [],
    packages: [...reactPackages, '@microsoft/microsoft-graph-client'],
    instead: 'A host adapter only knows its own SDK: hand values through the contract in host/host.ts.',
  },
  storage: {
    may: ['meeting', 'graph'],
    packages: [...reactPackages, ...hostSdks, ...wireSdks],
    instead: 'storage/ maps lists to meetings: what a person does belongs in commands/, the wire in graph/.',
  },
  device: {
    may: ['meeting'],
    packages: [...reactPackages, ...hostSdks, ...wireSdks],
    instead: 'device/ is what this machine remembers: hand it plain data, and let a command decide what that means.',
  },
  commands: {
    may: ['meeting', 'storage', 'device', 'importers', 'exporters', 'host'],
    packages: [...reactPackages, ...hostSdks, ...wireSdks],
    instead: 'A command uses storage/ for what is kept and the contract in host/host.ts for where we run.',
  },
  ui: {
    may: ['commands', 'meeting', 'host', 'device'],
    packages: [...hostSdks, ...wireSdks],
    instead: 'A screen calls a command, or asks the host contract: add the verb to commands/ if it is missing.',
  },
  tenant: {
    may: [],
    packages: ['react', 'react-dom', '@fluentui/*', ...hostSdks, ...wireSdks],
    instead: 'The embedded tenant shares nothing with the app, so that it cannot share our misunderstandings.',
  },
};

/** Only the contract of host/ may be seen from commands and ui; the adapters belong to the entries. */
const hostAdapters = ['**/host/teams*', '**/host/outlook*', '**/host/browser*', '**/host/signIn/**'];

export const roomRules = Object.entries(plan)
  .map(([room, { may, packages, instead }]) => {
    const closed = everyRoom.filter((other) => other !== room && !may.includes(other));
    const patterns = [
      {
        group: closed.flatMap((other) => [`../${other}/**`, `../../${other}/**`, `../../../${other}/**`]),
        message: `${room}/ may not look into this room. ${instead}`,
      },
      { group: packages, message: `${room}/ may not use this package. ${instead}` },
    ];
    if (room === 'ui')
      patterns.push({
        group: ['**/device/*', '!**/device/autosave.ts'],
        message: "Of device/ a screen knows the pure kernel autosave.ts only; what is kept is a command's.",
      });
    if (room === 'commands' || room === 'ui')
      patterns.push({ group: hostAdapters, message: 'Use the contract in host/host.ts; the entry picks the adapter.' });
    return { files: [`src/${room}/**/*.{ts,tsx}`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
  })
  .concat([
    {
      files: ['src/meeting/**/*.ts'],
      rules: {
        'no-restricted-globals': [
          'error',
          { name: 'fetch', message: 'meeting/ has no network.' },
          { name: 'window', message: 'meeting/ has no browser.' },
        ],
        'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'Time is handed in: meeting/ has no clock.' }],
      },
    },
  ]);
