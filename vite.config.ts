// One configuration for everything that is built: the renderer, the Electron
// main and preload bundles and the command line; and for the unit and browser tests.
import { builtinModules } from 'node:module';
import { chmodSync, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { EnvironmentOptions, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = import.meta.dirname;
const fromHere = (path: string): string => resolve(here, path);

/** A CommonJS bundle for Node or Electron: everything inside but `electron` and Node's built-ins. */
function nodeBundle(options: { entry: string; outDir: string; fileName: string; banner?: string }): EnvironmentOptions {
  return {
    consumer: 'server',
    resolve: { noExternal: true },
    build: {
      outDir: fromHere(options.outDir),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: false,
      ssr: true,
      rolldownOptions: {
        input: fromHere(options.entry),
        external: ['electron', /^node:/, ...builtinModules],
        output: {
          format: 'cjs',
          entryFileNames: options.fileName,
          codeSplitting: false,
          banner: options.banner ?? '',
        },
      },
    },
  };
}

/** The command line can be started by its name. */
const executableCommandLine: Plugin = {
  name: 'executable-command-line',
  writeBundle() {
    if (this.environment.name === 'cli') chmodSync(fromHere('dist/cli/rostrum.cjs'), 0o755);
  },
};

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);

export default defineConfig({
  root: fromHere('renderer'),
  base: './',
  plugins: [react(), executableCommandLine],
  cacheDir: fromHere('node_modules/.cache/vite'),
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  builder: {
    buildApp: async (builder) => {
      for (const name of ['client', 'main', 'preload', 'cli']) {
        const environment = builder.environments[name];
        if (environment === undefined) throw new Error(`vite.config.ts names no environment ${name}`);
        await builder.build(environment);
      }
    },
  },
  environments: {
    client: {
      build: {
        outDir: fromHere('dist/renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
      },
    },
    main: nodeBundle({ entry: 'electron/main.ts', outDir: 'dist/main', fileName: 'main.cjs' }),
    preload: nodeBundle({ entry: 'electron/preload.ts', outDir: 'dist/preload', fileName: 'preload.cjs' }),
    cli: nodeBundle({
      entry: 'cli/rostrum.ts',
      outDir: 'dist/cli',
      fileName: 'rostrum.cjs',
      banner: '#!/usr/bin/env node',
    }),
  },
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root: here,
          environment: 'node',
          include: ['{shared,renderer,electron,cli,tests}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.browser.test.*', 'tests/journeys/**', 'node_modules/**'],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [react()],
        // The vectors, which tests read from beside the repository.
        server: { fs: { allow: [here, fromHere('../shared/vectors')] } },
        test: {
          name: 'browser',
          root: here,
          include: ['{renderer,tests}/**/*.browser.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: {
                ...(chromium === undefined ? {} : { executablePath: chromium }),
                args: [
                  '--no-sandbox',
                  '--disable-quic',
                  '--no-first-run',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                  '--disable-gpu',
                ],
              },
            }),
          },
        },
      },
      {
        test: {
          name: 'journeys',
          root: here,
          environment: 'node',
          include: ['tests/journeys/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'bench',
          root: here,
          environment: 'node',
          include: ['tests/bench/**/*.bench.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'soak',
          root: here,
          environment: 'node',
          include: ['tests/soak/**/*.soak.ts'],
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
