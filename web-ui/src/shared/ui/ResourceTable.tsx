import { useCollection } from '@cloudscape-design/collection-hooks';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import TextFilter from '@cloudscape-design/components/text-filter';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EVERYTHING, type Query } from './filterQuery';
import { ProblemAlert } from './ProblemAlert';
import { TokenFilter } from './TokenFilter';

interface Tokens {
  readonly properties: readonly PropertyFilterProps.FilteringProperty[];
  readonly query: Query | undefined;
  readonly onQuery: (query: Query) => void;
}

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
  /** Filter by tokens of these properties; without them by text. */
  tokens?: Tokens;
  selected?: T[];
  onSelect?: (items: T[]) => void;
}

const PAGE_SIZE = 50;

/** A list of resources: filter, sort, fifty a page; one sentence and the next action when there is none. */
export function ResourceTable<T extends { id: string }>(props: Props<T>) {
  const { title, description, query, columns, rowName, empty, actions, tokens, selected, onSelect } = props;
  const noMatch = <Box textAlign="center">Nothing matches the filter.</Box>;
  const { items, collectionProps, filterProps, propertyFilterProps, filteredItemsCount, paginationProps } = useCollection(query.data ?? [], {
    ...(tokens
      ? { propertyFiltering: { filteringProperties: tokens.properties, defaultQuery: tokens.query ?? EVERYTHING, empty, noMatch } }
      : { filtering: { empty, noMatch } }),
    pagination: { pageSize: PAGE_SIZE },
    sorting: {},
  });
  const countText = `${filteredItemsCount ?? 0} match`;
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
          tokens ? (
            <TokenFilter
              {...propertyFilterProps}
              what={title.toLowerCase()}
              countText={countText}
              onChange={(event) => {
                propertyFilterProps.onChange(event);
                tokens.onQuery(event.detail);
              }}
            />
          ) : (
            <TextFilter
              {...filterProps}
              filteringPlaceholder="Filter"
              filteringAriaLabel={`Filter ${title.toLowerCase()}`}
              countText={countText}
            />
          )
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
