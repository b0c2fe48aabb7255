/**
 * How does a link leave the app? In the browser, in a page of its own, and it says so.
 */
import type { Cite } from '../../shared/rules/answers.ts';
import { linkNames } from '../../shared/wording/dates.ts';
import { links, type LinkKey } from '../../shared/wording/links.ts';
import { everywhere } from '../../shared/wording/rooms.ts';
import { Icon } from './Icon.tsx';

export function OutLink({ url, name }: { readonly url: string; readonly name: string }) {
  return (
    <a className="out-link" href={url} target="_blank" rel="noopener noreferrer">
      {name}
      <Icon name="out" size={14} />
      <span className="unseen"> {everywhere.newTab}</span>
    </a>
  );
}

export const CiteLink = ({ cite }: { readonly cite: Cite }) => <OutLink url={cite.url} name={cite.title} />;

const isLink = (key: string): key is LinkKey => Object.hasOwn(links, key);

/** A page from the fixed list; nothing for a key that is not in it. */
export function GuideLink({ to }: { readonly to: string }) {
  return isLink(to) ? <OutLink url={links[to]} name={linkNames[to]} /> : null;
}
