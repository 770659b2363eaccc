import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter';

interface Props extends Omit<PropertyFilterProps, 'i18nStrings' | 'customGroupsText'> {
  /** What is filtered, in the plural. */
  what: string;
}

const OPERATORS: Record<string, string> = { '=': 'is', '!=': 'is not', ':': 'contains', '!:': 'does not contain' };

/** A filter of tokens: a property, how it compares, and a value. */
export function TokenFilter({ what, ...filter }: Props) {
  return (
    <PropertyFilter
      {...filter}
      hideOperations={false}
      i18nStrings={{
        filteringAriaLabel: `Filter ${what}`,
        filteringPlaceholder: 'Filter by property or text',
        groupValuesText: 'Values',
        groupPropertiesText: 'Properties',
        operatorsText: 'Comparisons',
        operationAndText: 'and',
        operationOrText: 'or',
        operatorContainsText: 'contains',
        operatorDoesNotContainText: 'does not contain',
        operatorEqualsText: 'is',
        operatorDoesNotEqualText: 'is not',
        editTokenHeader: 'Edit the filter',
        propertyText: 'Property',
        operatorText: 'Comparison',
        valueText: 'Value',
        cancelActionText: 'Cancel',
        applyActionText: 'Apply',
        allPropertiesLabel: 'Any property',
        dismissAriaLabel: 'Close',
        clearAriaLabel: 'Clear',
        clearFiltersText: 'Clear filters',
        tokenOperatorAriaLabel: 'How filters are joined',
        removeTokenButtonAriaLabel: (token) => `Remove ${spoken(token)}`,
        enteredTextLabel: (text) => `Use: “${text}”`,
        formatToken: (token) => spoken(token),
      }}
    />
  );
}

function spoken({ propertyLabel, operator, value }: PropertyFilterProps.FormattedToken): string {
  return `${propertyLabel || 'Any property'} ${OPERATORS[operator] ?? operator} ${value}`;
}
