import type { ReactNode } from 'react';
import { useReader } from '../reader.tsx';

/** In a form that changes a record: which version of it was shown, and in which showing of the page. */
export function Shown({ version }: { version: number }): ReactNode {
  return (
    <>
      <input type="hidden" name="version" value={version} />
      <Once />
    </>
  );
}

/** The same for a form that makes a record. */
export function Once(): ReactNode {
  const { once } = useReader();
  return once === undefined ? null : <input type="hidden" name="once" value={once} />;
}
