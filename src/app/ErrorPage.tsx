import { Component, type ReactNode } from 'react';
import { useTranslation } from '#ui/words.tsx';
import { Button } from '#ui/Button.tsx';

interface BoundaryState {
  readonly error: Error | null;
}

/** Catches a broken invariant, or a lazy part that could not be loaded. React has no hook for it. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    return this.state.error ? <ErrorPage error={this.state.error} /> : this.props.children;
  }
}

const isMissingPart = (error: Error): boolean =>
  /dynamically imported module|preload|Importing a module script/i.test(error.message);

function ErrorPage({ error }: { readonly error: Error }) {
  const { t } = useTranslation('app');
  const kind = isMissingPart(error) ? 'stale' : 'broken';
  return (
    <main className="app-main">
      <div className="app-page" role="alert">
        <h1>{t(`${kind}Title`)}</h1>
        <p>{t(`${kind}Body`)}</p>
        {kind === 'broken' && (
          <pre>
            <code>{`${error.name}: ${error.message}`}</code>
          </pre>
        )}
        <Button look="primary" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
      </div>
    </main>
  );
}
