import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import type { Schemas } from '../../shared/api/client';
import { Mono } from '../../shared/ui/Mono';

type Remark = Schemas['ImportRemark'];

const LOOKS = {
  LEFT_OUT: { type: 'warning', word: 'left out' },
  CHANGED: { type: 'info', word: 'taken as something near' },
} as const;

/** Each line that did not become just what it says, and why. */
export function RemarkTable({ remarks }: { remarks: readonly Remark[] }) {
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${remarks.length})`} description="Every other line became what it says.">
          Lines to look at
        </Header>
      }
      items={remarks}
      trackBy={(remark) => `${remark.line} ${remark.directive} ${remark.outcome}`}
      wrapLines
      ariaLabels={{ tableLabel: 'Lines to look at' }}
      empty="No line was left out or changed."
      columnDefinitions={[
        { id: 'line', header: 'Line', cell: (remark) => remark.line, isRowHeader: true },
        { id: 'directive', header: 'Directive', cell: (remark) => <Mono>{remark.directive}</Mono> },
        {
          id: 'outcome',
          header: 'What became of it',
          cell: (remark) => <StatusIndicator type={LOOKS[remark.outcome].type}>{LOOKS[remark.outcome].word}</StatusIndicator>,
        },
        { id: 'detail', header: 'Why', cell: (remark) => remark.detail },
      ]}
    />
  );
}
