/**
 * How is a source or a letting said otherwise, or removed, from a terminal?
 *
 * What no option names stays as it is. Days and choices are read as a window's are.
 */
import { contract } from '../../shared/contract/contract.ts';
import { refuseIssue } from '../../shared/contract/facts.ts';
import { refuse, type Outcome } from '../../shared/values/outcome.ts';
import { clock } from '../clock.ts';
import { changeMeant } from '../operations/sources.ts';
import type { Answered, Given } from './command.ts';
import { byOption } from './declare.ts';
import { writing } from './ledgers.ts';

type Periods = { readonly from: string; readonly periods: string } | undefined;

export async function changeSource(given: Given): Answered {
  const periods = periodsIn(given.option('periods'));
  if (!periods.ok) return periods;
  const vat = given.option('vat');
  const input = {
    id: given.needed('id'),
    name: given.option('name'),
    started: given.option('started'),
    ceased: given.flag('carries-on') ? '' : given.option('ceased'),
    basis: given.option('basis'),
    vatRegistered: vat === undefined ? undefined : (yesNo[vat] ?? vat),
    updatePeriods: periods.value,
  };
  const asked = contract['sources.change'].input.safeParse(input);
  if (!asked.success) return byOption(refuseIssue(asked.error, input));
  return byOption(
    await writing(given, async (ledger) => {
      const before = (await ledger.sources()).find((s) => s.id === asked.data.id);
      const change = changeMeant(asked.data, before, clock.today());
      return change.ok ? ledger.changeSource(clock.now(), change.value) : change;
    }),
  );
}

const yesNo: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** `2027-28=calendar`: calendar periods from that tax year on. */
function periodsIn(text: string | undefined): Outcome<Periods> {
  if (text === undefined) return { ok: true, value: undefined };
  const [from, periods, ...rest] = text.split('=');
  if (from === undefined || periods === undefined || rest.length > 0)
    return refuse('value-unusable', 'periods', { found: JSON.stringify(text) });
  return { ok: true, value: { from, periods } };
}

export async function changeLetting(given: Given): Answered {
  const room = given.option('rent-a-room');
  const input = {
    source: given.needed('source'),
    id: given.needed('id'),
    name: given.option('name'),
    country: given.option('country'),
    rentARoom: room === undefined ? undefined : (yesNo[room] ?? room),
  };
  const asked = contract['lettings.change'].input.safeParse(input);
  if (!asked.success) return byOption(refuseIssue(asked.error, input));
  const { source, id, name, country, rentARoom } = asked.data;
  const change = {
    source,
    id,
    ...(name === undefined ? {} : { name }),
    ...(country === undefined ? {} : { country }),
    ...(rentARoom === undefined ? {} : { rentARoom }),
  };
  return byOption(await writing(given, (ledger) => ledger.changeLetting(clock.now(), change)));
}

/** One entered by mistake, while nothing hangs on it. */
export const removeSource = async (given: Given): Answered =>
  byOption(await writing(given, (ledger) => ledger.removeSource(clock.now(), given.needed('id'))));
export const removeLetting = async (given: Given): Answered =>
  byOption(
    await writing(given, (ledger) => ledger.removeLetting(clock.now(), given.needed('source'), given.needed('id'))),
  );
