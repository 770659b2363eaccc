import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { FormDialog } from '../../shared/form/FormDialog';
import { useSessionActions } from '../../shared/session/session';
import { ProblemAlert } from '../../shared/ui/ProblemAlert';
import { useWrite } from '../../shared/ui/useWrite';
import { PasswordFields, type Passwords } from './PasswordFields';

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { changePassword } = useSessionActions();
  const [passwords, setPasswords] = useState<Passwords>({ current: '', chosen: '' });
  const write = useWrite(changePassword);
  const confirm = () =>
    write.mutate({ currentPassword: passwords.current, newPassword: passwords.chosen }, { onSuccess: onClose });
  return (
    <FormDialog title="Change your password" confirm="Change" pending={write.isPending} onConfirm={confirm} onClose={onClose}>
      <SpaceBetween size="m">
        <ProblemAlert error={write.error} />
        <PasswordFields passwords={passwords} error={write.error} onChange={setPasswords} />
        <div>Your other sessions end with it.</div>
      </SpaceBetween>
    </FormDialog>
  );
}
