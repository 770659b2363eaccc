import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import type { Role } from '../session/role';
import { useReasonAgainst } from '../session/session';

interface Props extends ButtonProps {
  /** The role that the action needs. */
  least: Role;
}

/** A button of an action that not everybody may do: it says why, instead of hiding or failing. */
export function ActionButton({ least, disabled, disabledReason, ...button }: Props) {
  const closed = useReasonAgainst(least);
  return <Button {...button} disabled={disabled || closed !== undefined} disabledReason={closed ?? disabledReason} />;
}
