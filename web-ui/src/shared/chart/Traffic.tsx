import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { useState } from 'react';
import type { Measure } from '../live/ring';
import { useMode } from '../ui/mode';
import { zone } from '../ui/time';
import { type Line, LiveChart } from './LiveChart';

const MEASURES: readonly { id: Measure; text: string; unit: string }[] = [
  { id: 'packets', text: 'pps', unit: 'pps' },
  { id: 'bits', text: 'bit/s', unit: 'bit/s' },
  { id: 'newFlows', text: 'New flows', unit: 'a second' },
];

/** What comes in, a line for each. */
export function Traffic({ title, lines }: { title: string; lines: readonly Line[] }) {
  const mode = useMode();
  const [measure, setMeasure] = useState(MEASURES[0]);
  if (!measure) return null;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`Requests as the nodes count them, the last three minutes, one point a second, ${zone()}`}
          actions={
            <SegmentedControl
              label="What is drawn"
              selectedId={measure.id}
              options={MEASURES.map(({ id, text }) => ({ id, text }))}
              onChange={({ detail }) => setMeasure(MEASURES.find((each) => each.id === detail.selectedId) ?? measure)}
            />
          }
        >
          {title}
        </Header>
      }
    >
      <LiveChart lines={lines} measure={measure.id} unit={measure.unit} mode={mode} />
    </Container>
  );
}
