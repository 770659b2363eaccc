import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemAlert } from './ProblemAlert';

interface Props<T> {
  title: string;
  /** `h2` beneath a page's own heading. */
  headingTag?: 'h1' | 'h2';
  description?: string;
  query: UseQueryResult<T[]>;
  columns: TableProps.ColumnDefinition<T>[];
  rowName: (item: T) => string;
  empty: ReactNode;
  actions?: ReactNode;
  selected?: T[];
  onSelect?: (items: T[]) => void;
}

const PAGE_SIZE = 50;

/** A list of resources: filter, sort, fifty a page; one sentence and the next action when there is none. */
export function ResourceTable<T extends { id: string }>(props: Props<T>) {
  const { title, description, query, columns, rowName, empty, actions, selected, onSelect } = props;
  const { items, collectionProps, filterProps, filteredItemsCount, paginationProps } = useCollection(query.data ?? [], {
    filtering: { empty, noMatch: <Box textAlign="center">Nothing matches the filter.</Box> },
    pagination: { pageSize: PAGE_SIZE },
    sorting: {},
  });
  return (
    <>
      {query.isError && !query.data && <ProblemAlert error={query.error} />}
      <Table
        {...collectionProps}
        variant="container"
        items={items}
        trackBy="id"
        columnDefinitions={columns}
        loading={query.isPending}
        loadingText={`Reading ${title.toLowerCase()}`}
        enableKeyboardNavigation
        selectedItems={selected}
        selectionType={onSelect ? 'single' : undefined}
        onSelectionChange={({ detail }) => onSelect?.(detail.selectedItems)}
        ariaLabels={{
          tableLabel: title,
          selectionGroupLabel: `Choose among ${title.toLowerCase()}`,
          itemSelectionLabel: (_, item) => `Choose ${rowName(item)}`,
        }}
        header={
          <Header variant={props.headingTag ?? 'h1'} counter={query.data && `(${query.data.length})`} description={description} actions={actions}>
            {title}
          </Header>
        }
        filter={
          <TextFilter
            {...filterProps}
            filteringPlaceholder="Filter"
            filteringAriaLabel={`Filter ${title.toLowerCase()}`}
            countText={`${filteredItemsCount ?? 0} match`}
          />
        }
        pagination={
          (query.data?.length ?? 0) > PAGE_SIZE && (
            <Pagination
              {...paginationProps}
              ariaLabels={{ nextPageLabel: 'Next page', previousPageLabel: 'Previous page', pageLabel: (n) => `Page ${n}` }}
            />
          )
        }
      />
    </>
  );
}
