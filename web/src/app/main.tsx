import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './fonts.css';
import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { startTexts } from './i18n';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');

void startTexts().then(() =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
