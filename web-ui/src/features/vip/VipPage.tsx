import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import Tabs from '@cloudscape-design/components/tabs';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Vip } from '../../shared/api/client';
import { useListeners, useNodeGroups, useVips } from '../../shared/api/queries';
import { writesOf } from '../../shared/api/writes';
import { EditDialog } from '../../shared/form/EditDialog';
import { ActionButton } from '../../shared/ui/ActionButton';
import { Mono } from '../../shared/ui/Mono';
import { OperatingStatus } from '../../shared/ui/OperatingStatus';
import { optionsOf } from '../../shared/ui/options';
import { BackendTable } from '../backend/BackendTable';
import { ResourceChanges } from '../change/ResourceChanges';
import { PacketPath } from '../trace/PacketPath';
import { DeleteVip } from './DeleteVip';
import { ListenerTable } from './ListenerTable';
import { VipLive } from './VipLive';
import { VipSetup } from './VipSetup';
import { vipFields } from './vipFields';

const writes = writesOf<Vip>('vips');

/** One VIP: what it carries now, how its backends do, how it is set up, and what was changed. */
export function VipPage() {
  const { id } = useParams({ from: '/vips/$id' });
  const { tab } = useSearch({ from: '/vips/$id' });
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const vips = useVips();
  const groups = useNodeGroups();
  const pools = new Set(useListeners().data?.filter((each) => each.vipId === id).map((each) => each.poolId));
  const vip = vips.data?.find((each) => each.id === id);
  if (vips.isPending) return <Spinner size="large" />;
  if (!vip) return <Box>There is no such VIP; it may have been deleted.</Box>;
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description={
          <SpaceBetween direction="horizontal" size="m">
            <OperatingStatus status={vip.operatingStatus} reason={vip.operatingReason} />
            <Mono>{vip.address}</Mono>
            <span>{vip.operatingReason}</span>
          </SpaceBetween>
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <ActionButton least="OPERATOR" onClick={() => void navigate({ to: '/doctor', search: { of: `vips/${id}` } })}>
              Call the doctor
            </ActionButton>
            <ActionButton least="EDITOR" onClick={() => setEditing(true)}>
              Edit
            </ActionButton>
            <DeleteVip vip={vip} onDone={() => void navigate({ to: '/vips' })} />
          </SpaceBetween>
        }
      >
        {vip.name}
      </Header>
      <Tabs
        ariaLabel={`About ${vip.name}`}
        activeTabId={tab ?? 'live'}
        onChange={({ detail }) => void navigate({ to: '/vips/$id', params: { id }, search: { tab: detail.activeTabId }, replace: true })}
        tabs={[
          { id: 'live', label: 'Live', content: <VipLive vip={vip} poolIds={pools} /> },
          { id: 'path', label: 'Packet path', content: <PacketPath vipId={id} /> },
          { id: 'health', label: 'Health', content: <BackendTable poolIds={pools} /> },
          { id: 'setup', label: 'Setup', content: <SpaceBetween size="l"><VipSetup vip={vip} poolIds={pools} /><ListenerTable vipId={id} /></SpaceBetween> },
          { id: 'changes', label: 'Changes', content: <ResourceChanges resourceId={id} /> },
        ]}
      />
      {editing && (
        <EditDialog
          title={`Edit ${vip.name}`}
          fields={vipFields(optionsOf(groups.data))}
          resource={vip}
          edits={writes}
          onClose={() => setEditing(false)}
        />
      )}
    </SpaceBetween>
  );
}
