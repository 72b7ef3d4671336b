// Who may look into whom. The table is the house plan of docs/architecture.md. A rule of our own reads it, because ESLint's
// no-restricted-imports sees neither `import()` nor the type `import('…')`; test/house reads it too. Every refusal says where to go instead.
import { posix, relative, sep } from 'node:path';
import { uiRefusalOf } from './uiFolders.js';

const reactPackages = ['react', 'react-dom', 'react-dom/*', '@fluentui/*', '@tanstack/*', 'react-i18next'];
const hostSdks = ['@microsoft/teams-js', '@microsoft/office-js', 'office-js'];
const wireSdks = ['@microsoft/microsoft-graph-client', '@azure/msal-browser', '@azure/msal-browser/*'];
/** room → the rooms it may import, the packages it may not, and what to do instead. */
export const plan = {
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
const seesTheContractOnly = ['commands', 'ui'];
const hostAdapters = /^src\/host\/(teams|outlook|browser|signIn\/)/;

/** @param {string} path from the project's root, as `src/ui/app/App.tsx` */
export function roomOf(path) {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

/** Where an import leads: a path from the project's root, or a package's name as it stands. */
export function targetOf(file, specifier) {
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : specifier;
}

const isPackage = (specifier, pattern) =>
  pattern.endsWith('/*') ? specifier.startsWith(pattern.slice(0, -1)) : specifier === pattern || specifier.startsWith(`${pattern}/`);

/**
 * Why a file may not import this, or undefined when it may. Rooms without a row in the plan (entries, tools) may import everything.
 * @param {string} file from the project's root, with forward slashes
 * @param {string} specifier as written in the import
 */
export function refusalOf(file, specifier) {
  const room = roomOf(file);
  const rule = plan[room];
  if (!rule) return undefined;
  const target = targetOf(file, specifier);
  if (target === specifier)
    return rule.packages.some((pattern) => isPackage(specifier, pattern)) ? `${room}/ may not use this package. ${rule.instead}` : undefined;
  const other = roomOf(target);
  if (other !== room && !rule.may.includes(other)) return `${room}/ may not look into ${other ?? 'what lies outside src'}/. ${rule.instead}`;
  if (room === 'ui' && other === 'device' && target !== 'src/device/autosave.ts')
    return "Of device/ a screen knows the pure kernel autosave.ts only: what is kept is a command's.";
  if (seesTheContractOnly.includes(room) && hostAdapters.test(target)) return 'Use the contract in host/host.ts; the entry picks the adapter.';
  return uiRefusalOf(file, target);
}

/** One rule for every way there is to name another file: `import`, `export … from`, `import()`, and types by `import('…')`. */
const mayImport = {
  meta: { type: 'problem', schema: [], docs: { description: 'rooms look only into the rooms the plan lets them' } },
  create(context) {
    const file = relative(context.cwd, context.filename).split(sep).join('/');
    const check = (node) => {
      if (!node) return;
      const specifier = node.value;
      const message = typeof specifier === 'string' ? refusalOf(file, specifier) : undefined;
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression({ source }) {
        // `./${language}/words.ts` begins in the file's own folder; a longer way must be written out.
        const isBelow = source.type === 'TemplateLiteral' && /^\.\/(?!\.)/.test(source.quasis[0].value.raw);
        if (source.type === 'Literal') check(source);
        else if (plan[roomOf(file)] && !isBelow)
          context.report({ node: source, message: 'Name the file as plain text or from ./ on, so that the plan of the rooms can be checked.' });
      },
      TSImportType: ({ source }) => check(source),
    };
  },
};

export const roomRules = [
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { rooms: { rules: { 'may-import': mayImport } } },
    rules: { 'rooms/may-import': 'error' },
  },
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
];
