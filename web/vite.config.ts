import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API answers while the pages are developed; the product itself serves both. */
const API = 'http://localhost:3000';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': API } },
  build: {
    target: 'es2022',
    // Fonts and icons stay files: the content security policy allows no data: fonts.
    assetsInlineLimit: 0,
    // SurveyJS is one chunk of that size, loaded where questions are shown.
    chunkSizeWarningLimit: 1500,
  },
});
