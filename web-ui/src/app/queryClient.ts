import { QueryClient } from '@tanstack/react-query';

/** Pages read again every two seconds until the event stream carries changes. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { refetchInterval: 2000, refetchIntervalInBackground: false, retry: false, staleTime: 1000 },
  },
});
