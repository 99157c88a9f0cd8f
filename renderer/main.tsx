// The renderer's beginning: the reading settings before the first paint, then the app.

import { createRoot } from 'react-dom/client';
import { present } from '../shared/assert';
import { App } from './app/App';
import { ErrorBoundary } from './app/ErrorBoundary';
import { applyReadingSettings, recallReadingSettings } from './settings/reading-settings';
import './styles/layers.css';
import './styles/tokens.css';
import './styles/fonts.css';
import './styles/reading-fonts.css';
import './styles/base.css';

applyReadingSettings(document.documentElement, recallReadingSettings());

createRoot(present(document.querySelector('#app'), 'index.html has the app’s place')).render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
);
