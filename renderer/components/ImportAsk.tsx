/**
 * Which file, whose account, and what is the money coming in?
 */
import { useRef, type SyntheticEvent } from 'react';
import type { SourceShown } from '../../shared/contract/contract.ts';
import { importing, importProblems } from '../../shared/wording/importing.ts';
import { chooseFile, useStore } from '../store.ts';
import { namedOptions, SelectField, TextField } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { problemOf, Wrong, type FieldProblem } from './Problems.tsx';

const moneyInOptions = (sources: readonly SourceShown[]) =>
  namedOptions(
    sources.map((s) => ({ id: s.id, name: importing.incomeOf(s.name) })),
    { value: '', label: importing.sortMyself },
  );

export interface Asking {
  readonly account: string;
  /** '' is: I will sort it myself. */
  readonly source: string;
  /** '' is: of several, I will sort it myself. */
  readonly letting: string;
}

interface Asked {
  readonly asking: Asking;
  readonly problems: readonly FieldProblem[];
  readonly onAsking: (asking: Asking) => void;
  readonly onProblems: (problems: readonly FieldProblem[]) => void;
  readonly onRead: (file: File) => Promise<void>;
}

export function ImportAsk({ asking, problems, onAsking, onProblems, onRead }: Asked) {
  const sources = useStore((known) => known.sources);
  const file = useStore((known) => known.file);
  const { account, source, letting } = asking;
  const lettings = sources.find((s) => s.id === source)?.lettings ?? [];
  const read = async (event: SyntheticEvent) => {
    event.preventDefault();
    const wrong = [
      ...(file === undefined ? [{ id: 'file', message: importProblems.file }] : []),
      ...(account.trim() === '' ? [{ id: 'account', message: importProblems.account }] : []),
    ];
    onProblems(wrong);
    if (file !== undefined && wrong.length === 0) await onRead(file);
  };
  return (
    <form className="sheet form" noValidate onSubmit={(event) => void read(event)}>
      <FilePicker file={file} problem={problemOf(problems, 'file')} onFile={chooseFile} />
      <TextField
        id="account"
        label={importing.account}
        hint={importing.accountHint}
        width="w-name"
        value={account}
        onValue={(value) => onAsking({ ...asking, account: value })}
        problem={problemOf(problems, 'account')}
      />
      <SelectField
        id="source"
        label={importing.moneyIn}
        width="w-name"
        options={moneyInOptions(sources)}
        value={source}
        onValue={(value) => onAsking({ ...asking, source: value, letting: '' })}
        problem={problemOf(problems, 'source')}
      />
      {lettings.length < 2 ? null : (
        <SelectField
          id="letting"
          label={importing.letting}
          hint={importing.lettingHint}
          width="w-name"
          options={namedOptions(lettings, { value: '', label: importing.severalLettings })}
          value={letting}
          onValue={(value) => onAsking({ ...asking, letting: value })}
          problem={problemOf(problems, 'letting')}
        />
      )}
      <p>
        <button type="submit" className="main">
          {importing.read}
        </button>
      </p>
    </form>
  );
}

interface Picking {
  readonly file: File | undefined;
  readonly problem: string | undefined;
  readonly onFile: (file: File) => void;
}

/** A button over the browser's own file input, so that it looks like ours and works like theirs. */
function FilePicker({ file, problem, onFile }: Picking) {
  const input = useRef<HTMLInputElement>(null);
  const described = problem === undefined ? 'file-hint' : 'file-hint file-wrong';
  return (
    <div className={`field ${problem === undefined ? '' : 'is-wrong'}`}>
      <label htmlFor="file-input">{importing.file}</label>
      <span className="hint" id="file-hint">
        {importing.fileHint}
      </span>
      <Wrong id="file" message={problem} />
      <div className="file-pick">
        <button type="button" id="file" aria-describedby={described} onClick={() => input.current?.click()}>
          <Icon name="file" />
          {file === undefined ? importing.chooseFile : importing.another}
        </button>
        <span className="file-name">{file?.name ?? ''}</span>
        <input
          id="file-input"
          ref={input}
          type="file"
          className="unseen"
          tabIndex={-1}
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen !== undefined) onFile(chosen);
          }}
        />
      </div>
    </div>
  );
}
