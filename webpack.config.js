// One build: five pages, one for each way in, and one of them once more for addresses the web host does not have. `--env out=FOLDER` chooses where it goes; the DAGSORDEN_* variables
// (docs/configuration.md) choose whom it talks to. Needs the project's own Node, which strips the types of the imports below.
import { resolve } from 'node:path';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import webpack from 'webpack';
import LicensePlugin from 'webpack-license-plugin';
import { contentSecurityPolicy, documentPolicy } from './src/tools/build/contentSecurity.ts';
import { MsalTrim } from './src/tools/build/msalTrim.ts';
import { readSettings, settingsAsEnvironment } from './src/tools/build/settings.ts';
import { isUnacceptable, thirdPartyNotices } from './src/tools/build/thirdParty.ts';
import { BundleReport } from './src/tools/bundleReport.ts';

/** entry → the page it is loaded by. Only the Outlook pane loads office.js. */
const pages = [
  { entry: 'browser', file: 'index.html', source: './src/entries/browser.ts', office: false },
  // Many static hosts give this one out for an address they do not have, such as ours with its # written as %23.
  { entry: 'browser', file: '404.html', source: './src/entries/browser.ts', office: false },
  { entry: 'tab', file: 'tab.html', source: './src/entries/tab.ts', office: false },
  { entry: 'tabConfig', file: 'config.html', source: './src/entries/tabConfig.ts', office: false },
  { entry: 'taskpane', file: 'taskpane.html', source: './src/entries/taskpane.ts', office: true },
  { entry: 'redirect', file: 'redirect.html', source: './src/entries/redirect.ts', office: false },
];

/** @param {{ out?: string, budget?: 'warn' }} env */
export default function build(env = {}) {
  const settings = readSettings(process.env);
  const constants = Object.fromEntries(
    Object.entries(settingsAsEnvironment(settings)).map(([name, value]) => [`process.env.${name}`, JSON.stringify(value)]),
  );
  const root = import.meta.dirname;
  return {
    mode: 'production',
    context: root,
    entry: Object.fromEntries(pages.map(({ entry, source }) => [entry, source])),
    output: {
      path: resolve(root, env.out ?? 'dist'),
      filename: 'assets/[name].[contenthash].js',
      // By number: a name would stand in every page once more. So would a hash of each part's own, and hashes do not compress: our own parts share that
      // of the build.
      chunkFilename: 'assets/[id].[fullhash].js',
      assetModuleFilename: 'assets/[name].[contenthash][ext]',
      // 32 bits tell one content from another.
      hashDigestLength: 8,
      publicPath: '/',
      clean: true,
    },
    devtool: 'source-map',
    resolve: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      // Nothing is shown from right to left.
      alias: { 'rtl-css-js/core$': resolve(root, 'src/ui/kit/leftToRight.ts') },
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          include: resolve(root, 'src'),
          loader: 'swc-loader',
          options: {
            jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' },
          },
        },
        // They have no side effects, but do not say so; without this their unused upload and batch classes stay in.
        { test: /[\\/]node_modules[\\/](@microsoft[\\/]microsoft-graph-client|idb)[\\/]/, sideEffects: false },
      ],
    },
    optimization: {
      // The smallest numbers: they stand wherever a part is asked for.
      chunkIds: 'size',
      splitChunks: {
        chunks: 'all',
        cacheGroups: {
          // What is large and seldom changes keeps its address from one release to the next.
          libraries: {
            test: /[\\/]node_modules[\\/]/,
            minSize: 400_000,
            priority: 0,
            reuseExistingChunk: true,
            filename: 'assets/[id].[contenthash].js',
          },
        },
      },
      runtimeChunk: false,
      // swc takes a third of Terser's time for half a percent more bytes; it uses all cores by itself.
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, parallel: false, terserOptions: { compress: { passes: 3 } } })],
    },
    // Our own report measures what matters (gzip, per page); webpack's hints measure raw files.
    performance: false,
    cache: {
      type: 'filesystem',
      cacheDirectory: resolve(root, '.local/webpack'),
      // webpack does not follow what this file imports: what shapes a bundle is named here.
      buildDependencies: { config: [import.meta.filename, resolve(root, 'src/tools/build/msalTrim.ts')] },
      version: JSON.stringify(settings),
    },
    plugins: [
      new webpack.DefinePlugin(constants),
      new MsalTrim(),
      // The Graph SDK brings its own chain of middleware along, and is given ours.
      // Fluent's list of its tokens is told by their names.
      new webpack.NormalModuleReplacementPlugin(/^\.{1,2}\/tokens\.js$/, (asked) => {
        if (/[\\/]@fluentui[\\/]tokens[\\/]lib([\\/]global)?$/.test(asked.context)) asked.request = resolve(root, 'src/ui/kit/themes/tokens.ts');
      }),
      new webpack.NormalModuleReplacementPlugin(
        /^\.\/(HTTPClientFactory|CustomAuthenticationProvider)$/,
        resolve(root, 'src/graph/sdkStubs/ownChain.ts'),
      ),
      ...pages.map(
        ({ entry, file, office }) =>
          new HtmlWebpackPlugin({
            filename: file,
            chunks: [entry],
            template: './src/entries/page.html',
            inject: 'head',
            scriptLoading: 'defer',
            // The app is at the root of its origin, and a page may be given out for any path.
            publicPath: '/',
            templateParameters: { policy: contentSecurityPolicy(settings, { office }), officeJs: office ? settings.officeJs : null },
          }),
      ),
      ...['privacy', 'terms'].map(
        (name) =>
          new HtmlWebpackPlugin({
            filename: `${name}.html`,
            chunks: [],
            template: `./src/entries/pages/${name}.html`,
            templateParameters: { policy: documentPolicy },
          }),
      ),
      new CopyPlugin({ patterns: [{ from: 'appPackage/icons/*.png', to: 'icons/[name][ext]' }] }),
      new LicensePlugin({
        outputFilename: 'third-party.json',
        additionalFiles: { 'third-party.txt': thirdPartyNotices },
        includeNoticeText: true,
        unacceptableLicenseTest: isUnacceptable,
        // Its package.json names none; the licence is in its LICENSE file.
        licenseOverrides: { 'png-js@2.0.0': 'MIT' },
      }),
      new BundleReport({ warn: env.budget === 'warn', print: (line) => process.stdout.write(`${line}\n`) }),
    ],
    stats: { preset: 'errors-warnings' },
  };
}
