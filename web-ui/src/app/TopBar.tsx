import { Link } from '@tanstack/react-router';
import type { Freshness } from '../shared/live/stream';
import { SearchBox } from '../features/search/SearchBox';
import { toggleMode, useMode } from '../shared/ui/mode';
import { Cluster } from './Cluster';
import { UserMenu } from './UserMenu';

const WORDS: Record<Freshness, string> = {
  connecting: 'Connecting',
  live: 'Live',
  stale: 'Stale: the control plane does not answer',
};

export function TopBar({ freshness }: { freshness: Freshness }) {
  const mode = useMode();
  return (
    <header className="top-bar">
      <Link to="/" className="brand">
        <img src="/carom.svg" alt="" width={28} height={28} />
        Carom
      </Link>
      <Cluster />
      <output className={`live ${freshness}`}>{WORDS[freshness]}</output>
      <span className="spacer" />
      <SearchBox />
      <button type="button" onClick={toggleMode}>
        {mode === 'dark' ? 'Light mode' : 'Dark mode'}
      </button>
      <UserMenu />
    </header>
  );
}
