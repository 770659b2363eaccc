/** One cell a backend; its shape tells the state as well as its colour, for those who see no colour. */
export type CellState = 'up' | 'down' | 'degraded' | 'unknown' | 'draining' | 'disabled';

export interface Cell {
  readonly id: string;
  readonly name: string;
  readonly state: CellState;
}

const STATES: readonly { state: CellState; word: string }[] = [
  { state: 'up', word: 'healthy' },
  { state: 'degraded', word: 'degraded' },
  { state: 'draining', word: 'draining' },
  { state: 'down', word: 'down' },
  { state: 'unknown', word: 'unknown' },
  { state: 'disabled', word: 'disabled' },
];

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

/** What each shape means. */
export function RackLegend() {
  return (
    <ul className="legend">
      {STATES.map(({ state, word }) => (
        <li key={state}>
          <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
            <Shape state={state} />
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}

function Shape({ state }: { state: CellState }) {
  const outline = <rect x="1" y="1" width="20" height="14" rx="3" />;
  switch (state) {
    case 'up':
      return <g className="cell up">{outline}</g>;
    case 'down':
      return (
        <g className="cell down">
          {outline}
          <path d="M2 11 9 2M5 15 15 2M11 15 20 4" />
        </g>
      );
    case 'degraded':
      return (
        <g className="cell degraded">
          {outline}
          <path className="half" d="M4 1h7v14h-7a3 3 0 0 1-3-3v-8a3 3 0 0 1 3-3z" />
        </g>
      );
    case 'draining':
      return <g className="cell draining">{outline}<path d="M11 4v7M8 8.500l3 3 3-3" /></g>;
    case 'unknown':
      return <g className="cell unknown">{outline}</g>;
    case 'disabled':
      return <g className="cell disabled">{outline}<path d="M6 8h10" /></g>;
  }
}
