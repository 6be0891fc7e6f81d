import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The pages alone: for a browser seat, and what the desktop packs. Relative addresses, no inline script (CSP). */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    // A schema that no page uses is not shipped: building one changes nothing else.
    rolldownOptions: { treeshake: { manualPureFunctions: ['z'] } },
  },
})
