import { useState } from 'react';
import { api, type Schemas } from '../../shared/api/client';
import { dataOf } from '../../shared/api/problem';
import { useVips } from '../../shared/api/queries';
import { CreateDialog } from '../../shared/form/CreateDialog';
import type { Field } from '../../shared/form/field';
import { ActionButton } from '../../shared/ui/ActionButton';
import { optionsOf } from '../../shared/ui/options';

/** Has the owner of a VIP capture its frames, for a time and for so many bytes at most. */
export function StartCapture() {
  const vips = optionsOf(useVips().data);
  const [open, setOpen] = useState(false);
  const fields: Field[] = [
    { key: 'vipId', label: 'VIP', kind: 'select', options: vips },
    { key: 'filter', label: 'Filter', kind: 'text', description: 'Of the VIP’s frames, as tcp port 443 and src net 203.0.113.0/24; empty: all of them.' },
    { key: 'seconds', label: 'Seconds', kind: 'number', description: '60 at most.' },
    { key: 'bytes', label: 'Bytes', kind: 'number', description: 'Of the file, 16,777,216 at most. It ends with whichever is first.' },
  ];
  return (
    <>
      <ActionButton least="OPERATOR" variant="primary" onClick={() => setOpen(true)}>
        Start a capture
      </ActionButton>
      {open && (
        <CreateDialog
          title="Start a capture"
          confirm="Start"
          fields={fields}
          initial={{ seconds: '10', bytes: '1048576' }}
          create={(body) => dataOf<Schemas['Capture']>(api.POST('/api/v1/captures', { body: body as Schemas['CaptureSpec'] }))}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
