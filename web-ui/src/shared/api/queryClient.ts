import { QueryClient } from '@tanstack/react-query';

/**
 * What pages have read. The event stream carries changes as they happen; reading again every ten seconds catches what
 * has no event, as the age of a judgement.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { refetchInterval: 10_000, refetchIntervalInBackground: false, retry: false, staleTime: 1000 },
  },
});
