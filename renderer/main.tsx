/**
 * What does the window put on the page?
 */
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/buttons.css';
import './styles/forms.css';
import './styles/tables.css';
import './styles/first.css';
import './styles/overview.css';
import './styles/chart.css';
import './styles/importing.css';
import './styles/dates.css';
import './styles/todo.css';
import './styles/sources.css';
import './styles/about.css';
import './styles/grid.css';
import './styles/over.css';
import './styles/keeping.css';
import './styles/rules.css';
import './styles/forced.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Shell } from './components/Shell.tsx';
import { restoreAppearance } from './appearance.ts';
import { openBooks } from './store.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Shell />
  </StrictMode>,
);
void restoreAppearance();
void openBooks();
