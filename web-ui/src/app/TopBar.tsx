import { Link } from '@tanstack/react-router';
import { toggleMode, useMode } from './mode';

export function TopBar({ stale }: { stale: boolean }) {
  const mode = useMode();
  return (
    <header className="top-bar">
      <Link to="/" className="brand">
        <img src="/carom.svg" alt="" width={28} height={28} />
        Carom
      </Link>
      <output className={stale ? 'live stale' : 'live'}>
        {stale ? 'Stale: no answer from the control plane' : 'Live'}
      </output>
      <span className="spacer" />
      <button type="button" onClick={toggleMode}>
        {mode === 'dark' ? 'Light mode' : 'Dark mode'}
      </button>
    </header>
  );
}
