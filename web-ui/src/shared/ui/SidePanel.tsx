import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

interface Place {
  /** Where the content goes, while the panel is open. */
  readonly target: HTMLElement | null;
  readonly open: (header: string, onClose: () => void) => void;
  readonly close: () => void;
}

/** The shell's split panel, of which a page has one at most. */
export const PanelPlace = createContext<Place>({ target: null, open: () => undefined, close: () => undefined });

interface Props {
  header: string;
  onClose: () => void;
  children: ReactNode;
}

/** Shown beside the page in the shell's split panel for as long as it is rendered. */
export function SidePanel({ header, onClose, children }: Props) {
  const { target, open, close } = useContext(PanelPlace);
  const closed = useRef(onClose);
  useEffect(() => {
    closed.current = onClose;
  });
  useEffect(() => {
    open(header, () => closed.current());
    return close;
  }, [header, open, close]);
  return target && createPortal(children, target);
}
