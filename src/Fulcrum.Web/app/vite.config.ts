import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// One script and one style sheet without hashed names: the program embeds them and writes them into the single-file report.
export default defineConfig({
  plugins: [svelte()],
  base: './',
  resolve: process.env.VITEST ? { conditions: ['browser'] } : undefined,
  build: {
    outDir: 'dist',
    cssCodeSplit: false,
    modulePreload: false,
    rollupOptions: {
      output: { codeSplitting: false, entryFileNames: 'app.js', assetFileNames: 'app.[ext]' },
    },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'], css: { include: [/app\.css/] } },
});
