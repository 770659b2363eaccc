import { useId } from 'react';
import { useStale } from '../../shared/live/live';
import { Scrollable } from '../../shared/ui/Scrollable';
import { BOX, type Box, type Group, layout, type Line, WIDTH } from './layout';

/** Who owns which VIP, and what hangs on which network; the same stands in the tables beneath. */
export function Drawing({ group }: { group: Group }) {
  const stale = useStale();
  const title = useId();
  const { boxes, lines, height, left } = layout(group, stale);
  return (
    <>
      <Scrollable label={`Drawing of ${group.name}`} className="wide">
        <svg className="topology" viewBox={`-2 -2 ${WIDTH + 4} ${height}`} width={WIDTH + 4} height={height} role="img" aria-labelledby={title}>
          <title id={title}>{`${group.name}: VIPs and the nodes that own them, networks, and the backends on them`}</title>
          {lines.map((line) => (
            <Connection key={line.id} line={line} />
          ))}
          {boxes.map((box) => (
            <Card key={box.id} box={box} />
          ))}
        </svg>
      </Scrollable>
      {left > 0 && <div className="why">{left} more do not fit the picture; they stand in the tables.</div>}
    </>
  );
}

function Connection({ line: { kind, from, to } }: { line: Line }) {
  const [x1, y1, x2, y2] = [from.x + BOX.width, from.y + BOX.height / 2, to.x, to.y + BOX.height / 2];
  const middle = (x1 + x2) / 2;
  return <path className={kind} d={`M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`} />;
}

function Card({ box }: { box: Box }) {
  return (
    <g className={`card ${box.look}${box.unknown ? ' unknown' : ''}`} transform={`translate(${box.x} ${box.y})`}>
      <rect width={BOX.width} height={BOX.height} rx="8" />
      <text x="12" y="19">
        {cut(box.name)}
      </text>
      <text x="12" y="36" className="below">
        {cut(box.below)}
      </text>
    </g>
  );
}

const MOST_LETTERS = 26;

function cut(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;
}
