import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { Schemas } from '../../shared/api/client';
import { failingFirst } from './verdict';

type Check = Schemas['Check'];

const LOOKS = {
  PASSED: { type: 'success', word: 'as a sound one' },
  FAILED: { type: 'error', word: 'not as a sound one' },
  SKIPPED: { type: 'stopped', word: 'not asked' },
} as const;

/** Every question, the failing ones first, with the frames that went and came. */
export function Checks({ checks, of }: { checks: readonly Check[]; of: string }) {
  return (
    <Table
      variant="embedded"
      items={failingFirst(checks)}
      trackBy="name"
      wrapLines
      ariaLabels={{ tableLabel: `Questions to ${of}` }}
      empty="Nothing was asked."
      columnDefinitions={[
        { id: 'name', header: 'Question', cell: (check) => <span className="mono">{check.name}</span>, isRowHeader: true },
        { id: 'outcome', header: 'Answered', cell: (check) => <StatusIndicator type={LOOKS[check.outcome].type}>{LOOKS[check.outcome].word}</StatusIndicator> },
        { id: 'summary', header: 'What it means', cell: (check) => check.summary },
        { id: 'frames', header: 'Frames', cell: (check) => <Frames check={check} /> },
      ]}
    />
  );
}

function Frames({ check }: { check: Check }) {
  if (check.sent.length + check.received.length === 0) return <span className="quiet">none</span>;
  return (
    <ul className="frames mono">
      {check.sent.map((frame) => (
        <li key={`sent ${frame}`}>
          <span className="sent">sent</span> {frame}
        </li>
      ))}
      {check.received.map((frame) => (
        <li key={`came ${frame}`}>
          <span className="came">came</span> {frame}
        </li>
      ))}
    </ul>
  );
}
