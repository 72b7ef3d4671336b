import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Chunk, ChunkGroup, Compilation, Compiler, Module } from 'webpack';

/** What one page loads, in bytes of gzip -9. */
export interface PageWeight {
  readonly page: string;
  /** The script files the page itself names. */
  readonly initial: number;
  /** `initial` plus what is always fetched before an agenda is on screen: the sign-in, the first words of one language, the agenda itself. */
  readonly untilAgenda: number;
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
  /** Modules that have no business there, with the rule they break. */
  readonly strays: readonly string[];
}

/**
 * What a page may load before an agenda is on screen, in bytes of gzip -9: its own, since each host brings its own sign-in. Pages that are not
 * named never show one. KB here are 1,000 bytes, so the limits are the stricter reading.
 */
export const limits: ReadonlyMap<string, number> = new Map([
  ['browser', 242_000],
  ['tab', 233_000],
  ['taskpane', 216_000],
]);

interface Rule {
  readonly what: string;
  readonly path: RegExp;
  /** `page`: not in the page's own scripts. `start`: nor in anything else fetched before the agenda. */
  readonly from: 'page' | 'start';
}

const rules: readonly Rule[] = [
  { what: 'importers', path: /\/src\/importers\/|\/node_modules\/(mammoth|pdfjs-dist|rehype-remark|jszip)\//, from: 'start' },
  { what: 'exporters', path: /\/src\/exporters\/|\/node_modules\/(docx|pdfkit|fontkit)\//, from: 'start' },
  { what: 'what writes', path: /\/src\/(commands\/.*Plan|graph\/(eventWriting|listSetup|rowWriting)|storage\/writing)\.ts$/, from: 'start' },
  { what: 'editor', path: /\/src\/ui\/(intake|publication)\//, from: 'start' },
  { what: 'our popup sign-in', path: /\/src\/host\/signIn\/popup/, from: 'start' },
  // msal's controller names its PopupClient itself, so this one can only stay out of the page's own scripts.
  { what: "msal's popup code", path: /\/msal-browser\/dist\/.*(PopupClient|redirect_bridge)/, from: 'page' },
  {
    what: "the Graph SDK's own middleware",
    path: /\/microsoft-graph-client\/.*\/(HTTPClientFactory|RetryHandler|TelemetryHandler)\.js$/,
    from: 'start',
  },
  { what: "Fluent's list of tokens", path: /\/@fluentui\/tokens\/lib\/tokens\.js$/, from: 'start' },
  { what: 'styles from right to left', path: /\/node_modules\/rtl-css-js\//, from: 'start' },
  { what: 'the embedded tenant', path: /\/src\/tenant\//, from: 'start' },
  { what: 'build tools', path: /\/src\/tools\//, from: 'start' },
];

/** Dynamic imports that every page with an agenda asks for at once, as they are written in the source. */
const askedAtStart = [/^@azure\/msal-browser$/, /\/AgendaScreen\.tsx$/, /^\.\/light\.ts$/];
/** The first words, of one language (src/ui/i18n/createI18n.ts, FIRST). */
const firstWords = /^\.\/(da|en)\/(?:common|states|agenda|apology)\.ts$/;

/**
 * Weighs each page of the build and prints it. Above the limit, or with a stray module in it, the build fails;
 * with `warn` (local builds) it is only said.
 */
export class BundleReport {
  readonly #options: { readonly warn: boolean; readonly print: (line: string) => void };
  weights: readonly PageWeight[] = [];

  constructor(options: { warn: boolean; print: (line: string) => void }) {
    this.#options = options;
  }

  apply(compiler: Compiler): void {
    compiler.hooks.afterEmit.tap('BundleReport', (compilation) => {
      if (compilation.errors.length > 0) return;
      this.weights = [...compilation.entrypoints].map(([page, entry]) => weigh(page, entry, compilation));
      for (const line of reportLines(this.weights)) this.#options.print(line);
      const { WebpackError } = compiler.webpack;
      for (const fault of faultsIn(this.weights)) (this.#options.warn ? compilation.warnings : compilation.errors).push(new WebpackError(fault));
    });
  }
}

function weigh(page: string, entry: ChunkGroup, compilation: Compilation): PageWeight {
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const known = sizes.get(file);
    if (known !== undefined) return known;
    // Once emitted, webpack keeps an asset's size only, so the file itself is weighed.
    const bytes = gzipSync(readFileSync(join(compilation.outputOptions.path ?? '', file)), { level: 9 }).length;
    sizes.set(file, bytes);
    return bytes;
  };
  const scriptsOf = (chunks: Iterable<Chunk>) => new Set([...chunks].flatMap((chunk) => [...chunk.files].filter((file) => file.endsWith('.js'))));
  const total = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + sizeOf(file), 0);

  const initialFiles = scriptsOf(entry.chunks);
  const { start, words } = alwaysFetched(entry);
  const startFiles = new Set([...initialFiles, ...scriptsOf(start)]);
  const wordsOf = (language: Language) => total([...scriptsOf(words[language])].filter((file) => !startFiles.has(file)));
  return {
    page,
    initial: total(initialFiles),
    untilAgenda: total(startFiles) + Math.max(wordsOf('da'), wordsOf('en')),
    files: [...startFiles].map((file) => ({ file, bytes: sizeOf(file) })).sort((a, b) => b.bytes - a.bytes),
    strays: limits.has(page) ? straysIn(entry, start, compilation) : [],
  };
}

type Language = 'da' | 'en';

/** The dynamically loaded chunks that a page always asks for at once, however deep they are named. */
function alwaysFetched(entry: ChunkGroup): { start: Chunk[]; words: Record<Language, Chunk[]> } {
  const start = new Set<Chunk>();
  const words: Record<Language, Chunk[]> = { da: [], en: [] };
  const seen = new Set<ChunkGroup>();
  const walk = (group: ChunkGroup) => {
    for (const child of group.getChildren()) {
      if (seen.has(child)) continue;
      seen.add(child);
      const requests = child.origins.map(({ request }) => request ?? '');
      const language = requests.map((request) => firstWords.exec(request)?.[1]).find((each) => each !== undefined);
      if (language === 'da' || language === 'en') words[language].push(...child.chunks);
      if (!requests.some((request) => askedAtStart.some((pattern) => pattern.test(request)))) continue;
      for (const chunk of child.chunks) start.add(chunk);
      walk(child);
    }
  };
  walk(entry);
  return { start: [...start], words };
}

function straysIn(entry: ChunkGroup, start: readonly Chunk[], compilation: Compilation): string[] {
  const initial = new Set<Chunk>(entry.chunks);
  const strays = new Set<string>();
  for (const chunk of new Set([...initial, ...start])) {
    for (const module of compilation.chunkGraph.getChunkModulesIterable(chunk)) {
      for (const path of pathsOf(module)) {
        const rule = rules.find(({ path: pattern, from }) => pattern.test(path) && (from === 'start' || initial.has(chunk)));
        if (rule !== undefined) strays.add(`${rule.what}: ${path.slice(path.search(/\/(src|node_modules)\//) + 1)}`);
      }
    }
  }
  return [...strays];
}

/** The files behind a module; webpack joins several into one ("concatenated"). */
function pathsOf(module: Module): string[] {
  const joined = 'modules' in module && Array.isArray(module.modules) ? (module.modules as Module[]) : [module];
  return joined.flatMap((part) => part.nameForCondition()?.replaceAll('\\', '/') ?? []);
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;

/** One line a page, for people. */
export function reportLines(weights: readonly PageWeight[]): string[] {
  const lines = weights.map(({ page, initial, untilAgenda }) => {
    const limit = limits.get(page);
    const agenda = limit === undefined ? '' : `   until an agenda is on screen ${kilobytes(untilAgenda).padStart(9)} of ${kilobytes(limit)}`;
    return `  ${page.padEnd(10)} initial ${kilobytes(initial).padStart(9)}${agenda}`;
  });
  return ['JavaScript per page (gzip -9):', ...lines];
}

/** Sentences for what breaks the budget or does not belong; empty when all is well. */
export function faultsIn(weights: readonly PageWeight[]): string[] {
  return weights.flatMap((weight) => [
    ...tooHeavy(weight),
    ...weight.strays.map((stray) => `${weight.page}: must not load before an agenda is on screen: ${stray}. Use a dynamic import().`),
  ]);
}

function tooHeavy({ page, untilAgenda, files }: PageWeight): string[] {
  const limit = limits.get(page);
  if (limit === undefined || untilAgenda <= limit) return [];
  const heaviest = files.slice(0, 3).map(({ file, bytes }) => `${file} ${kilobytes(bytes)}`);
  return [
    `${page}: ${kilobytes(untilAgenda)} of JavaScript before an agenda is on screen, ${kilobytes(limit)} allowed. Heaviest: ${heaviest.join(', ')}.`,
  ];
}
