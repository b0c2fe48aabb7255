/**
 * Which keys are there? All of them, on one sheet.
 */
import { keySheet as words } from '../../shared/wording/palette.ts';
import { commands } from '../commands.ts';
import { Dialog } from './Dialog.tsx';

export const KeySheet = () => (
  <Dialog title={words.title}>
    <KeyTables />
  </Dialog>
);

const anywhere = commands.filter((c) => c.keys !== '').map((c) => [c.name, c.keys] as const);

export function KeyTables() {
  return (
    <>
      <Keys name={words.anywhere} rows={anywhere} />
      <Keys name={words.inRecords} rows={words.rows} />
      <p className="small quiet">{words.mac}</p>
    </>
  );
}

function Keys({ name, rows }: { readonly name: string; readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <table className="keys">
      <caption>{name}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{words.action}</th>
          <th scope="col">{words.key}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([action, key]) => (
          <tr key={action}>
            <td>{action}</td>
            <td>
              <kbd>{key}</kbd>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
