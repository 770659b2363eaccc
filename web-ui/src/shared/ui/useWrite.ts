import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A write, after which everything on the page is read again. */
export function useWrite<Input, Output>(write: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: write, onSettled: () => client.invalidateQueries() });
}
