import { useId } from 'react';
import type { Schemas } from '../../shared/api/client';
import { Scrollable } from '../../shared/ui/Scrollable';
import { shown } from './endpoint';
import { type Leg, layoutOf } from './layout';

const CARD = { width: 250, height: 64 };
const PLACES = { client: { x: 20, y: 230 }, node: { x: 385, y: 20 }, backend: { x: 750, y: 230 } };
const WAYS = {
  request: { d: 'M145 230C145 110 240 52 377 52', x: 120, y: 110, width: 235 },
  rewrite: { d: 'M635 52C780 52 875 110 875 222', x: 690, y: 110, width: 235 },
  return: { d: 'M750 262H278', x: 360, y: 236, width: 300 },
} as const;

/** Three legs: in by the balancer, on to the backend, and straight home. The table beside it says the same. */
export function PathDrawing({ path, node }: { path: Schemas['PacketPath']; node: string }) {
  const title = useId();
  const description = useId();
  const { flow, chosen } = path.explanation;
  const legs = layoutOf(path, node);
  return (
    <Scrollable label="Drawing of the packet path" className="wide">
      <svg className="path" width="1020" height="310" viewBox="0 0 1020 310" role="img" aria-labelledby={title} aria-describedby={description}>
        <title id={title}>{`Packet path of ${shown(flow.source, flow.sourcePort)} to ${shown(flow.destination, flow.destinationPort)}`}</title>
        <desc id={description}>{legs.map((leg) => `${leg.number}: ${leg.title}, ${leg.words}.`).join(' ')}</desc>
        {legs.map((leg) => (
          <Way key={leg.number} leg={leg} />
        ))}
        <Card at={PLACES.client} what="client" name={shown(flow.source, flow.sourcePort)} />
        <Card at={PLACES.node} what={`balancer ${node}`} name={shown(flow.destination, flow.destinationPort)} />
        <Card at={PLACES.backend} what="backend" name={chosen?.name ?? 'none'} />
      </svg>
    </Scrollable>
  );
}

function Way({ leg }: { leg: Leg }) {
  const way = WAYS[leg.kind];
  return (
    <g className={`way ${leg.kind}`}>
      <path d={way.d} />
      <g transform={`translate(${way.x} ${way.y})`}>
        <rect width={way.width} height="52" rx="26" />
        <text x="20" y="22">
          {leg.number}. {leg.kind === 'return' ? 'straight home' : leg.kind === 'request' ? 'as it came' : 'MACs rewritten'}
        </text>
        <text x="20" y="41" className="below">
          {leg.words}
        </text>
      </g>
    </g>
  );
}

function Card({ at, what, name }: { at: { x: number; y: number }; what: string; name: string }) {
  return (
    <g className="card" transform={`translate(${at.x} ${at.y})`}>
      <rect width={CARD.width} height={CARD.height} rx="10" />
      <text x="14" y="24" className="role">
        {what}
      </text>
      <text x="14" y="47" className="below">
        {name}
      </text>
    </g>
  );
}
