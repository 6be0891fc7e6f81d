import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { wordsByLanguage } from './words-plugin.ts'

/** The pages alone: for a browser seat, and what the desktop packs. Relative addresses, no inline script (CSP). */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), wordsByLanguage()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    rolldownOptions: {
      // A schema that no page uses is not shipped: building one changes nothing else.
      treeshake: { manualPureFunctions: ['z'] },
      output: {
        codeSplitting: {
          // What every page needs is one file, the small parts of the kit another: a hundred crumbs pack badly.
          groups: [
            { name: 'start', tags: ['$initial'] },
            {
              name: 'kit',
              test: /renderer[\\/](app|kit)[\\/](?!FormGrid|DataTable|table-choice|ProgressBar|ChipSelect|RefusedNote|List|CommandPalette|KeyMap)|tabler/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
})
