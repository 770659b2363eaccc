import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CaptureTable } from './CaptureTable';
import { ReadRecorder } from './ReadRecorder';
import { StartCapture } from './StartCapture';

/** Frames for Wireshark: of a VIP as they come and go, and of what a node recorded around its last state changes. */
export function CapturesPage() {
  return (
    <SpaceBetween size="l">
      <Header
        variant="h1"
        description="Files for Wireshark. The owner of a VIP captures what comes in for it and what it sends on; answers go past it. The newest twenty files are kept."
      >
        Captures
      </Header>
      <CaptureTable title="Captures of VIPs" of="vips" empty="Nothing is captured. Start one of a VIP." actions={<StartCapture />} />
      <CaptureTable
        title="Flight recordings"
        of="recorders"
        empty="No recording is here. Read one of a node: control frames around its last sixteen state changes."
        actions={<ReadRecorder />}
      />
    </SpaceBetween>
  );
}
