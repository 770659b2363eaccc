import Autosuggest from '@cloudscape-design/components/autosuggest';
import type { InputProps } from '@cloudscape-design/components/input';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useFindables } from './findables';
import { flowFound } from './flow';
import { found } from './found';
import { isSearchKey } from './key';

/** Opens a VIP, a backend, a pool or a node by its name, address or MAC, and explains a flow by its two ends. The key `/` leads here from anywhere. */
export function SearchBox() {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [looking, setLooking] = useState(false);
  const box = useRef<InputProps.Ref>(null);
  const hits = [...flowFound(text), ...found(text, useFindables(looking))];
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isSearchKey(event)) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <div className="search" role="search">
      <Autosuggest
        ref={box}
        ariaLabel="Search"
        placeholder="Name, address, MAC or flow  /"
        filteringType="manual"
        value={text}
        empty={text === '' ? 'Type a name, an address, a MAC, or a client and a service with their ports' : 'Nothing is called or addressed so'}
        options={hits.map((hit) => ({ value: hit.to, label: hit.name, description: `${hit.kind} ${hit.addresses.join(' ')}` }))}
        onFocus={() => setLooking(true)}
        onBlur={() => setLooking(false)}
        onChange={({ detail }) => setText(detail.value)}
        onSelect={({ detail }) => {
          const to = detail.selectedOption?.value ?? hits[0]?.to;
          if (!to) return;
          setText('');
          void navigate({ to });
        }}
      />
    </div>
  );
}
