import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Paths are relative, because the platform serves the page from an address that changes with every deployment. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react()],
  resolve: {
    alias: [
      // Atlaskit asks Atlassian's feature flag service, which an app cannot reach. Answering "off" right away saves the
      // reader 28 KB and a warning in the console; the flags stay off either way.
      {
        find: /^@atlaskit\/feature-gate-js-client.*$/,
        replacement: fileURLToPath(new URL('feature-gates.mjs', import.meta.url)),
      },
    ],
  },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', reportCompressedSize: true },
});
