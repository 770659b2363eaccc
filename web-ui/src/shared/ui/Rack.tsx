/** One cell a backend; its shape tells the state as well as its colour, for those who see no colour. */
export type CellState = 'up' | 'down' | 'unknown' | 'draining' | 'disabled';

export interface Cell {
  readonly id: string;
  readonly name: string;
  readonly state: CellState;
}

const FELT = '#0b8a6d';
const RED = '#d13212';
const AMBER = '#a85b00';
const GREY = '#7d8998';

export function Rack({ cells }: { cells: readonly Cell[] }) {
  if (cells.length === 0) return <span>none</span>;
  return (
    <span className="rack">
      {cells.map((cell) => (
        <svg key={cell.id} width="22" height="16" viewBox="0 0 22 16" role="img" aria-label={`${cell.name}: ${cell.state}`}>
          <title>{`${cell.name}: ${cell.state}`}</title>
          <Shape state={cell.state} />
        </svg>
      ))}
    </span>
  );
}

function Shape({ state }: { state: CellState }) {
  switch (state) {
    case 'up':
      return <rect x="1" y="1" width="20" height="14" rx="3" fill={FELT} />;
    case 'down':
      return (
        <>
          <rect x="1" y="1" width="20" height="14" rx="3" fill="none" stroke={RED} strokeWidth="2" />
          <path d="M5 14 11 2M11 14 17 2" stroke={RED} strokeWidth="2" />
        </>
      );
    case 'draining':
      return (
        <>
          <rect x="1" y="1" width="20" height="14" rx="3" fill="none" stroke={AMBER} strokeWidth="2" />
          <rect x="1" y="1" width="9" height="14" rx="3" fill={AMBER} />
        </>
      );
    case 'unknown':
      return (
        <rect x="1" y="1" width="20" height="14" rx="3" fill="none" stroke={GREY} strokeWidth="2" strokeDasharray="3 2" />
      );
    case 'disabled':
      return <rect x="1" y="1" width="20" height="14" rx="3" fill="none" stroke={GREY} strokeWidth="1.5" />;
  }
}
