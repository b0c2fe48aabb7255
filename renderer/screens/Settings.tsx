/**
 * What can be chosen, and what is this? Appearance, the rules in use, the keys, the example books, about.
 */
import { day } from '../../shared/wording/format.ts';
import { everywhere, rulesName } from '../../shared/wording/rooms.ts';
import { settingsWords as words } from '../../shared/wording/settings.ts';
import { appearances, setAppearance } from '../appearance.ts';
import { Backups } from '../components/Backups.tsx';
import { BooksKept } from '../components/BooksKept.tsx';
import { Choices } from '../components/Field.tsx';
import { Examples } from '../components/Examples.tsx';
import { KeyTables } from '../components/KeySheet.tsx';
import { SingleKeys } from '../components/SingleKeys.tsx';
import { openOwn, setStarting, useStore } from '../store.ts';

const options = appearances.map((value) => ({ value, label: words.appearances[value] }));

export function Settings() {
  const appearance = useStore((known) => known.appearance);
  return (
    <>
      <div className="room-head">
        <h1>{words.title}</h1>
      </div>
      <section className="section about-part" aria-labelledby="settings-appearance">
        <h2 id="settings-appearance">{words.appearance}</h2>
        <div className="sheet">
          <Choices
            id="appearance"
            legend={words.appearance}
            options={options}
            value={appearance}
            onValue={(value) => void setAppearance(appearances.find((a) => a === value) ?? 'system')}
            across
            unseenLegend
          />
          <p className="small quiet">{words.appearanceHint}</p>
        </div>
      </section>
      <Books />
      <Copies />
      <Rules />
      <section className="section about-part" aria-labelledby="settings-keys">
        <h2 id="settings-keys">{words.keys}</h2>
        <div className="sheet">
          <SingleKeys />
          <KeyTables />
        </div>
      </section>
      <About />
    </>
  );
}

function Rules() {
  const outlook = useStore((known) => known.outlook);
  if (outlook === undefined) return null;
  return (
    <section className="section about-part" aria-labelledby="settings-rules">
      <h2 id="settings-rules">{words.rules}</h2>
      <div className="sheet">
        <p>{words.rulesAre(rulesName(outlook.rules))}</p>
        <p className="quiet">{words.checked(day(outlook.rulesCheckedOn))}</p>
      </div>
    </section>
  );
}

function Books() {
  const app = useStore((known) => known.app);
  return (
    <section className="section about-part" aria-labelledby="settings-books">
      <h2 id="settings-books">{words.books}</h2>
      <div className="sheet">
        {app?.books === 'example' ? (
          <>
            <p>{words.inExample}</p>
            <Examples />
            <p className="buttons after">
              <button type="button" onClick={() => (app.hasOwn ? void openOwn() : setStarting(true))}>
                {app.hasOwn ? everywhere.backToYours : everywhere.startYours}
              </button>
            </p>
          </>
        ) : (
          <>
            <BooksKept />
            <p>{words.example}</p>
            <Examples />
          </>
        )}
      </div>
    </section>
  );
}

function Copies() {
  const own = useStore((known) => known.app?.books === 'own');
  return own ? <Backups open /> : null;
}

function About() {
  const version = useStore((known) => known.app?.version);
  return (
    <section className="section about-part" aria-labelledby="settings-about">
      <h2 id="settings-about">{words.about}</h2>
      <div className="sheet">
        <p>{words.notHmrc}</p>
        {version === undefined ? null : <p className="quiet">{words.version(version)}</p>}
      </div>
    </section>
  );
}
