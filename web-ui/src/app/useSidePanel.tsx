import SplitPanel from '@cloudscape-design/components/split-panel';
import { useMemo, useState } from 'react';

interface Opened {
  readonly header: string;
  readonly onClose: () => void;
}

const WORDS = {
  closeButtonAriaLabel: 'Close the panel',
  openButtonAriaLabel: 'Open the panel',
  resizeHandleAriaLabel: 'Resize the panel',
  preferencesTitle: 'Panel',
  preferencesPositionLabel: 'Where it stands',
  preferencesPositionDescription: 'Beside the page or below it',
  preferencesPositionSide: 'Beside',
  preferencesPositionBottom: 'Below',
  preferencesConfirm: 'Confirm',
  preferencesCancel: 'Cancel',
};

/** The panel beside a page: what the layout needs of it, and what a page opens it by. */
export function useSidePanel() {
  const [opened, setOpened] = useState<Opened>();
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const place = useMemo(
    () => ({
      target,
      open: (header: string, onClose: () => void) => setOpened({ header, onClose }),
      close: () => setOpened(undefined),
    }),
    [target],
  );
  const layout = {
    splitPanelOpen: opened !== undefined,
    onSplitPanelToggle: () => opened?.onClose(),
    splitPanelPreferences: { position: 'bottom' as const },
    splitPanel: opened && (
      <SplitPanel header={opened.header} closeBehavior="hide" hidePreferencesButton i18nStrings={WORDS}>
        <div ref={setTarget} />
      </SplitPanel>
    ),
  };
  return { place, layout };
}
