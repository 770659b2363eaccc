import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useNodes, useVips } from '../../shared/api/queries';
import { useReasonAgainst } from '../../shared/session/session';
import { DeleteButton } from '../../shared/ui/DeleteButton';
import { Mono } from '../../shared/ui/Mono';
import { ResourceTable } from '../../shared/ui/ResourceTable';
import { clock } from '../../shared/ui/time';
import { type Capture, fileOf, removeCapture, useCaptures } from './captures';
import { CaptureState } from './CaptureState';
import { bytesOf } from './progress';

interface Props {
  title: string;
  of: 'vips' | 'recorders';
  empty: string;
  actions: ReactNode;
}

/** What was captured and what is being captured. It holds people’s traffic: not everybody may see it. */
export function CaptureTable({ title, of, empty, actions }: Props) {
  const closed = useReasonAgainst('OPERATOR');
  const captures = useCaptures(of, !closed);
  const vips = useVips().data;
  const nodes = useNodes().data;
  const nodeOf = (capture: Capture) => nodes?.find((each) => each.id === capture.nodeId)?.name ?? 'a node that is no more';
  const nameOf = (capture: Capture) =>
    capture.vipId ? (vips?.find((each) => each.id === capture.vipId)?.name ?? 'a VIP that is no more') : nodeOf(capture);
  if (closed) return <Container header={<Header variant="h2" actions={actions}>{title}</Header>}>{closed}</Container>;
  return (
    <ResourceTable
      title={title}
      headingTag="h2"
      query={captures}
      rowName={nameOf}
      empty={empty}
      actions={actions}
      columns={[
        { id: 'at', header: 'Started', isRowHeader: true, sortingField: 'startedAt', cell: (capture) => clock(capture.startedAt) },
        { id: 'of', header: 'Of', cell: nameOf },
        { id: 'on', header: 'On', cell: nodeOf },
        { id: 'filter', header: 'Filter', cell: (capture) => (capture.filter ? <Mono>{capture.filter}</Mono> : 'none') },
        { id: 'by', header: 'Asked by', cell: (capture) => capture.requestedBy },
        { id: 'state', header: 'State', cell: (capture) => <CaptureState capture={capture} /> },
        { id: 'size', header: 'Size', cell: (capture) => bytesOf(capture.fileBytes) },
        { id: 'actions', header: 'Actions', cell: (capture) => <Actions capture={capture} what={`${nameOf(capture)}, ${clock(capture.startedAt)}`} /> },
      ]}
    />
  );
}

function Actions({ capture, what }: { capture: Capture; what: string }) {
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {capture.state === 'DONE' && (
        <Button href={fileOf(capture.id)} download ariaLabel={`Download ${what}`}>
          Download
        </Button>
      )}
      <DeleteButton
        what={what}
        least="OPERATOR"
        effect={capture.state === 'RUNNING' ? 'It is stopped, and nothing of it is kept.' : 'Its file is removed for good.'}
        remove={() => removeCapture(capture.id)}
      />
    </SpaceBetween>
  );
}
