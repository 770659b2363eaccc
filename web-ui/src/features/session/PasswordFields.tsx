import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { fieldError } from '../../shared/api/problem';

export interface Passwords {
  readonly current: string;
  readonly chosen: string;
}

interface Props {
  passwords: Passwords;
  error: unknown;
  onChange: (passwords: Passwords) => void;
}

export function PasswordFields({ passwords, error, onChange }: Props) {
  return (
    <SpaceBetween size="m">
      <FormField label="Password until now" errorText={fieldError(error, '/currentPassword')}>
        <Input
          type="password"
          autoComplete="current-password"
          value={passwords.current}
          onChange={({ detail }) => onChange({ ...passwords, current: detail.value })}
        />
      </FormField>
      <FormField label="New password" errorText={fieldError(error, '/newPassword')}>
        <Input
          type="password"
          autoComplete="new-password"
          value={passwords.chosen}
          onChange={({ detail }) => onChange({ ...passwords, chosen: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  );
}
