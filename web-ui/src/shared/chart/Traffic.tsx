import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import type { Measure } from '../live/ring';
import { useMode } from '../ui/mode';
import { zone } from '../ui/time';
import { type Line, LiveChart } from './LiveChart';
import { PastChart } from './PastChart';
import { PAST, type Range } from './past';

const LIVE = 'live';

const MEASURES: readonly { id: Measure; text: string; unit: string }[] = [
  { id: 'packets', text: 'pps', unit: 'pps' },
  { id: 'bits', text: 'bit/s', unit: 'bit/s' },
  { id: 'newFlows', text: 'New flows', unit: 'a second' },
];

/** What comes in, a line for each. */
export function Traffic({ title, lines }: { title: string; lines: readonly Line[] }) {
  const mode = useMode();
  const [measure, setMeasure] = useState(MEASURES[0]);
  const [range, setRange] = useState<Range>();
  if (!measure) return null;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`Requests as the nodes count them, ${range?.words ?? 'the last three minutes, one point a second'}, ${zone()}`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <SegmentedControl
                label="Which time is drawn"
                selectedId={range?.id ?? LIVE}
                options={[{ id: LIVE, text: 'Live' }, ...PAST.map(({ id, text }) => ({ id, text }))]}
                onChange={({ detail }) => setRange(PAST.find((each) => each.id === detail.selectedId))}
              />
              <SegmentedControl
                label="What is drawn"
                selectedId={measure.id}
                options={MEASURES.map(({ id, text }) => ({ id, text }))}
                onChange={({ detail }) => setMeasure(MEASURES.find((each) => each.id === detail.selectedId) ?? measure)}
              />
            </SpaceBetween>
          }
        >
          {title}
        </Header>
      }
    >
      {range ? (
        <PastChart lines={lines} measure={measure.id} unit={measure.unit} mode={mode} range={range} />
      ) : (
        <LiveChart lines={lines} measure={measure.id} unit={measure.unit} mode={mode} />
      )}
    </Container>
  );
}
