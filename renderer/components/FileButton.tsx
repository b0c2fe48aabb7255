/**
 * How is a file chosen? A button of ours over the browser's own file input, which stays out of the way of Tab.
 */
import { useRef } from 'react';
import { Icon } from './Icon.tsx';

interface Choosing {
  readonly id: string;
  readonly label: string;
  /** As the browser's file input takes it, such as `.pdf,.png`; '' for any. */
  readonly accept?: string;
  readonly several?: boolean;
  readonly describedBy?: string;
  readonly onFiles: (files: readonly File[]) => void;
}

export function FileButton({ id, label, accept = '', several = false, describedBy, onFiles }: Choosing) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" id={id} aria-describedby={describedBy} onClick={() => input.current?.click()}>
        <Icon name="file" />
        {label}
      </button>
      <input
        ref={input}
        type="file"
        aria-label={label}
        hidden
        accept={accept}
        multiple={several}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}
