/**
 * What is each account of this file called? Asked once: an account is known by its number from then on.
 */
import { useState, type SyntheticEvent } from 'react';
import type { AccountFound } from '../../shared/contract/imports.ts';
import { importing as words, importProblems } from '../../shared/wording/importing.ts';
import { TextField } from './Field.tsx';

interface Asked {
  readonly accounts: readonly AccountFound[];
  readonly onNames: (names: readonly AccountFound[]) => void;
}

export function NameAccounts({ accounts, onNames }: Asked) {
  const [names, setNames] = useState(accounts);
  const [tried, setTried] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    const said = names.map(({ found, name }) => ({ found, name: name.trim() }));
    if (said.every(({ name }) => name !== '')) onNames(said);
  };
  return (
    <form className="sheet form" noValidate onSubmit={submit}>
      {names.map(({ found, name }) => (
        <TextField
          key={found}
          id={`account-${found}`}
          label={words.accountEnding(found)}
          width="w-name"
          value={name}
          onValue={(value) => setNames(names.map((n) => (n.found === found ? { found, name: value } : n)))}
          problem={tried && name.trim() === '' ? importProblems.account : undefined}
        />
      ))}
      <p>
        <button type="submit" className="main">
          {words.read}
        </button>
      </p>
    </form>
  );
}
