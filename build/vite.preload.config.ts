import { defineConfig } from 'vite'
import { top } from './places.ts'

/** Bundles the preload to out/preload/preload.cjs; a sandboxed preload must be CommonJS and one file. */
export default defineConfig({
  root: top,
  logLevel: 'warn',
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    target: 'chrome130',
    outDir: 'out/preload',
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { preload: 'main/desktop/preload.ts' },
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
})
