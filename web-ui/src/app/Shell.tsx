import AppLayout from '@cloudscape-design/components/app-layout';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { live, useFreshness } from '../shared/live/live';
import { PanelPlace } from '../shared/ui/SidePanel';
import { Gate } from './Gate';
import { places } from './places';
import { TopBar } from './TopBar';
import { useSidePanel } from './useSidePanel';

/** What stays while pages change: top bar, navigation, and whether what is shown is live. */
export function Shell() {
  return (
    <Gate>
      <Places />
    </Gate>
  );
}

function Places() {
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [open, setOpen] = useState(() => matchMedia('(min-width: 900px)').matches);
  const freshness = useFreshness();
  const panel = useSidePanel();
  useEffect(() => {
    live.start();
    return () => live.stop();
  }, []);
  const place = `/${path.split('/')[1] ?? ''}`;
  return (
    <>
      <SkipLink />
      <TopBar freshness={freshness} />
      <AppLayout
        {...panel.layout}
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
          <div id="content" tabIndex={-1} className={freshness === 'stale' ? 'dimmed' : undefined}>
            <PanelPlace value={panel.place}>
              <Outlet />
            </PanelPlace>
          </div>
        }
      />
    </>
  );
}

/** The first stop of the keyboard: past the navigation, to what the page is about. */
function SkipLink() {
  return (
    <a
      className="skip"
      href="#content"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('content')?.focus();
      }}
    >
      Skip to the content
    </a>
  );
}
