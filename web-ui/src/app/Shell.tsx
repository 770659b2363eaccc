import AppLayout from '@cloudscape-design/components/app-layout';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useStale } from '../shared/live/freshness';
import { places } from './places';
import { TopBar } from './TopBar';

/** What stays while pages change: top bar, navigation, and whether what is shown is live. */
export function Shell() {
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [open, setOpen] = useState(() => matchMedia('(min-width: 900px)').matches);
  const stale = useStale();
  const place = `/${path.split('/')[1] ?? ''}`;
  return (
    <>
      <TopBar stale={stale} />
      <AppLayout
        headerSelector=".top-bar"
        toolsHide
        navigationOpen={open}
        onNavigationChange={({ detail }) => setOpen(detail.open)}
        ariaLabels={{ navigation: 'Places', navigationClose: 'Close navigation', navigationToggle: 'Open navigation' }}
        navigation={
          <SideNavigation
            activeHref={place}
            items={places}
            onFollow={(event) => {
              if (event.detail.external) return;
              event.preventDefault();
              void navigate({ to: event.detail.href });
            }}
          />
        }
        content={
          <div className={stale ? 'dimmed' : undefined}>
            <Outlet />
          </div>
        }
      />
    </>
  );
}
