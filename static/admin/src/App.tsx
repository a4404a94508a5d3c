import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { ConnectionsPage } from './features/connections/ConnectionsPage';
import { ErrorBoundary } from './ui/ErrorBoundary';
import { PageSkeleton } from './ui/PageSkeleton';
import { NotFoundPage } from './ui/NotFoundPage';

const ChooserPage = lazy(() =>
  import('./features/connect/ChooserPage').then((m) => ({ default: m.ChooserPage })),
);
const ConnectPage = lazy(() =>
  import('./features/connect/ConnectPage').then((m) => ({ default: m.ConnectPage })),
);
const ConnectionPage = lazy(() =>
  import('./features/connection/ConnectionPage').then((m) => ({ default: m.ConnectionPage })),
);
const EditPage = lazy(() => import('./features/connection/EditPage').then((m) => ({ default: m.EditPage })));
const RotatePage = lazy(() =>
  import('./features/connection/RotatePage').then((m) => ({ default: m.RotatePage })),
);
const SettingsPage = lazy(() =>
  import('./features/settings/SettingsPage').then((m) => ({ default: m.SettingsPage })),
);
const AutomationPage = lazy(() =>
  import('./features/automation/list/AutomationPage').then((m) => ({ default: m.AutomationPage })),
);
const NewRulePage = lazy(() =>
  import('./features/automation/editor/EditorPages').then((m) => ({ default: m.NewRulePage })),
);
const EditRulePage = lazy(() =>
  import('./features/automation/editor/EditorPages').then((m) => ({ default: m.EditRulePage })),
);
const CopyRulePage = lazy(() =>
  import('./features/automation/editor/EditorPages').then((m) => ({ default: m.CopyRulePage })),
);
const RulePage = lazy(() =>
  import('./features/automation/detail/RulePage').then((m) => ({ default: m.RulePage })),
);
const RequestsPage = lazy(() =>
  import('./features/requests/list/RequestsPage').then((m) => ({ default: m.RequestsPage })),
);
const RequestPage = lazy(() =>
  import('./features/requests/request/RequestPage').then((m) => ({ default: m.RequestPage })),
);

/** Only the list is loaded with the page; every other view comes when it is first opened. */
export function App() {
  return (
    <ErrorBoundary>
      <Suspense fallback={<PageSkeleton />}>
        <Routes>
          <Route path="/" element={<Navigate to="/connections" replace />} />
          <Route path="/connections" element={<ConnectionsPage />} />
          <Route path="/connections/new" element={<ChooserPage />} />
          <Route path="/connections/new/:connector" element={<ConnectPage />} />
          <Route path="/connections/settings" element={<SettingsPage />} />
          <Route path="/connections/:id" element={<ConnectionPage />} />
          <Route path="/connections/:id/edit" element={<EditPage />} />
          <Route path="/connections/:id/rotate" element={<RotatePage />} />
          <Route path="/automation" element={<AutomationPage />} />
          <Route path="/automation/new" element={<NewRulePage />} />
          <Route path="/automation/:id" element={<RulePage />} />
          <Route path="/automation/:id/edit" element={<EditRulePage />} />
          <Route path="/automation/:id/copy" element={<CopyRulePage />} />
          <Route path="/requests" element={<RequestsPage />} />
          <Route path="/requests/:issueId" element={<RequestPage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}
