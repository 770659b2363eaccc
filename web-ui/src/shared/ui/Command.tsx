import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { Scrollable } from './Scrollable';

/** Text for a shell, to be read first and then copied as it stands. */
export function Command({ text, what }: { text: string; what: string }) {
  return (
    <div className="command">
      <Scrollable label={what} className="text">
        <pre className="mono">{text}</pre>
      </Scrollable>
      <CopyToClipboard
        copyButtonText="Copy"
        copyButtonAriaLabel={`Copy ${what}`}
        copySuccessText="Copied"
        copyErrorText="The browser does not let the page copy: mark the text yourself"
        textToCopy={text}
      />
    </div>
  );
}
