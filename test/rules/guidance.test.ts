import { describe, expect, test } from 'vitest';
import { ask, trade, tradeReturn } from './facts.ts';

const letters: Readonly<Record<string, string>> = {
  A: 'Annual',
  V: 'MTD Voluntary',
  M: 'MTD Mandated',
  N: 'No Status',
};
const years = ['2025-26', '2026-27', '2027-28'];
const said = (three: string, sent = false) =>
  ask({
    asAt: '2026-11-22',
    sources: [trade],
    statuses: years.map((taxYear, i) => ({ taxYear, status: letters[three.charAt(i)] })),
    taxReturnsSent: sent ? ['2025-26'] : [],
  });
const letterOf = (status: unknown) => Object.keys(letters).find((l) => letters[l] === status) ?? '?';
const choices = (offer: { choices: readonly { choose: string; becomes: object }[] }) =>
  Object.fromEntries(offer.choices.map((c) => [c.choose, Object.values(c.becomes).map(letterOf).join('')]));

describe('opting out, by the year before, this and the next (V by choice, M must, A a return alone, N nothing said)', () => {
  test.each([
    ['VVV', false, { '2025-26': 'AAA', '2026-27': 'VAA', '2027-28': 'VVA' }],
    ['VVV', true, { '2026-27': 'VAA', '2027-28': 'VVA' }],
    ['NVN', false, { '2026-27': 'NAN', '2027-28': 'NVA' }],
    ['VMM', false, { '2025-26': 'AMM' }],
    ['AVM', false, { '2026-27': 'AAM' }],
    ['VMV', false, { '2025-26': 'AMA', '2027-28': 'VMA' }],
    ['NMM', false, {}],
    ['AAA', false, {}],
  ])('%s, last return sent %s: %j', (three, sent, expected) => {
    expect(choices(said(three, sent).guidance.optOut)).toEqual(expected);
    expect(said(three, sent).guidance.optOut.offered).toEqual(Object.keys(expected));
  });
});

describe('what to do about having to use it', () => {
  const steps = (asAt: string, amount: string, status?: string) => {
    const statuses = status === undefined ? [] : [{ taxYear: '2026-27', status }];
    return ask({ asAt, sources: [trade], returns: [tradeReturn('2024-25', amount)], statuses }).guidance.steps.map(
      (s) => s.code,
    );
  };
  test.each([
    ['2026-03-01', '50000.01', undefined, ['sign-up-by', 'choose-software', 'check-exemption']],
    ['2026-05-01', '50000.01', undefined, ['sign-up-now', 'choose-software', 'check-exemption']],
    ['2026-05-01', '50000.01', 'MTD Mandated', []],
    ['2026-03-01', '50000.00', undefined, []],
  ])('on %s with £%s, HMRC having said %s: %j', (asAt, amount, status, codes) => {
    const known = new Set(['sign-up-by', 'sign-up-now', 'get-ready', 'choose-software', 'check-exemption']);
    expect(steps(asAt, amount, status).filter((c) => known.has(c))).toEqual(codes);
  });

  test('a day that is past is nothing to be ready by, and who must is not told that they can sign up early', () => {
    const texts = (asAt: string) =>
      ask({
        asAt,
        sources: [trade],
        returns: [tradeReturn('2024-25', '50000.01')],
        statuses: [{ taxYear: '2026-27', status: 'Annual' }],
      }).guidance.steps.map((s) => s.text);
    const ready = (asAt: string) => texts(asAt).filter((text) => text.includes('ready by'));
    expect([ready('2026-03-01').length, ready('2026-11-22').length]).toEqual([1, 0]);
    const early = texts('2026-11-22').filter((text) => text.includes('sign up early'));
    expect(early.filter((text) => text.includes('2026 to 2027'))).toEqual([]);
  });

  test('who must from next year on can still sign up for this one early', () => {
    const offered = ask({
      asAt: '2026-11-22',
      sources: [trade],
      returns: [tradeReturn('2024-25', '10000.00'), tradeReturn('2025-26', '40000.00', { submittedOn: '2026-10-01' })],
      statuses: [{ taxYear: '2026-27', status: 'Annual' }],
    }).guidance.steps;
    expect(offered.filter((s) => s.code === 'may-sign-up').map((s) => s.text)).toEqual([
      'You can sign up early, for 2026 to 2027.',
    ]);
  });

  test('an overdue return is to be sent, one not due yet to be told, and records to be added', () => {
    const asked = ask({ asAt: '2026-11-22', sources: [trade] }).guidance.steps.map((s) => [s.code, s.link]);
    expect(asked).toEqual([
      ['send-overdue-return', 'self-assessment'],
      ['tell-return', null],
      ['add-records', null],
    ]);
  });

  test('of an overdue return that was sent only what it said is asked', () => {
    const sent = ask({ asAt: '2026-11-22', sources: [trade], taxReturnsSent: ['2024-25'] });
    expect(sent.guidance.steps.map((s) => s.code)).toEqual(['tell-return', 'tell-return', 'add-records']);
  });
});

describe('signing up', () => {
  test.each([
    ['AAA', { '2026-27': 'AVV', '2027-28': 'AAV' }],
    ['NAN', { '2026-27': 'NVN', '2027-28': 'NAV' }],
    ['NAM', { '2026-27': 'NVM' }],
    ['NVA', { '2027-28': 'NVV' }],
    ['NNN', {}],
    ['MMM', {}],
  ])('%s: %j', (three, expected) => expect(choices(said(three).guidance.signUp)).toEqual(expected));

  test('where HMRC’s service may not carry a choice over, a step says to check', () => {
    expect(said('NAN').guidance.steps.map((s) => s.code)).toContain('check-after-sign-up');
    expect(said('VMV').guidance.steps.map((s) => s.code)).toContain('check-after-opt-out');
  });
});

describe('each step with its link and the day or year it is about', () => {
  const steps = (json: object) =>
    ask({ sources: [trade], ...json }).guidance.steps.map((s) => [s.code, s.link, s.text] as const);
  const find = (json: object, code: string) =>
    steps(json)
      .find(([c]) => c === code)
      ?.slice(1) ?? [];

  test.each([
    ['AAA', 'may-sign-up', 'sign-up', '2026 to 2027'],
    ['NAN', 'check-after-sign-up', 'online-services', '2027 to 2028'],
    ['AAA', 'check-after-sign-up', 'online-services', '2027 to 2028'],
    ['NVV', 'may-opt-out', 'online-services', '2026 to 2027'],
    ['NVV', 'save-updates-first', null, 'Save their figures first'],
    ['VMV', 'check-after-opt-out', 'online-services', '2027 to 2028'],
    ['NVN', 'check-after-opt-out', 'online-services', '2027 to 2028'],
  ])('%s: %s', (three, code, link, words) => {
    const statuses = years.map((taxYear, i) => ({ taxYear, status: letters[three.charAt(i)] }));
    const [to, text] = find({ asAt: '2026-11-22', statuses }, code);
    expect(to).toBe(link);
    expect(text).toContain(words);
  });

  test.each([
    ['MMM', 'check-after-sign-up'],
    ['AAA', 'save-updates-first'],
    ['VVV', 'check-after-opt-out'],
    ['VMM', 'check-after-opt-out'],
    ['NMN', 'check-after-opt-out'],
    ['NMV', 'check-after-opt-out'],
  ])('%s: no %s', (three, code) => {
    const statuses = years.map((taxYear, i) => ({ taxYear, status: letters[three.charAt(i)] }));
    expect(find({ asAt: '2026-11-22', statuses }, code)).toEqual([]);
  });

  test('a forecast says get ready, with the day; software and exemption have their pages', () => {
    const records = [{ taxYear: '2026-27', source: 'trade', upTo: '2026-11-22', gross: '15000.00' }];
    const sent = (taxYear: string) => tradeReturn(taxYear, '1.00', { submittedOn: '2026-06-01' });
    const json = { asAt: '2026-11-22', records, returns: [sent('2024-25'), sent('2025-26')] };
    expect(find(json, 'get-ready')).toEqual(['sign-up', expect.stringContaining('6 April 2028')]);
    expect(find(json, 'choose-software')).toEqual(['software', expect.stringContaining('6 April 2028')]);
    expect(find(json, 'check-exemption')[0]).toBe('exemption');
  });

  test('get ready says what it rests on: a rate, what is there already, or books that stop early', () => {
    const ready = (asAt: string, gross: string, upTo: string) =>
      find(
        {
          asAt,
          records: [{ taxYear: '2026-27', source: 'trade', upTo, gross }],
          returns: [tradeReturn('2024-25', '1.00'), tradeReturn('2025-26', '1.00', { submittedOn: '2026-06-01' })],
        },
        'get-ready',
      )[1];
    expect(ready('2026-11-22', '15000.00', '2026-11-22')).toMatch(/^At this rate you must use/);
    expect(ready('2026-11-22', '20000.01', '2026-11-22')).toMatch(/^By what is known already you must use/);
    expect(ready('2027-05-01', '20000.00', '2026-11-22')).toMatch(/^As things stand, you must use/);
  });

  test('get ready says so for a part year too', () => {
    const ready = (asAt: string, gross: string) =>
      find(
        {
          asAt,
          sources: [{ ...trade, startedOn: '2026-06-06' }],
          records: [{ taxYear: '2026-27', source: 'trade', upTo: '2026-12-05', gross }],
        },
        'get-ready',
      )[1];
    expect(ready('2026-12-05', '10980.00')).toMatch(/^At this rate/);
    expect(ready('2026-12-05', '20000.01')).toMatch(/^By what is known already/);
    expect(ready('2027-05-01', '10980.00')).toMatch(/^As things stand/);
  });

  test('who is in by choice already need not be told to sign up', () => {
    const returns = [tradeReturn('2024-25', '60000.00')];
    const codes = (status: string) =>
      steps({ asAt: '2026-05-01', returns, statuses: [{ taxYear: '2026-27', status }] }).map(([c]) => c);
    expect(codes('MTD Voluntary')).not.toContain('sign-up-now');
    expect(codes('Annual')).toContain('sign-up-now');
  });

  test('leaving: opt out in HMRC’s services, unless HMRC has a return alone for that year already', () => {
    const amounts = ['50000.01', '1.00', '1.00', '1.00', '1.00'];
    const returns = amounts.map((a, i) => tradeReturn(`${2024 + i}-${25 + i}`, a));
    const at = (statuses: object[]) => find({ asAt: '2030-02-01', returns, statuses }, 'opt-out-to-leave');
    expect(at([])).toEqual(['online-services', expect.stringContaining('6 April 2029')]);
    expect(at([{ taxYear: '2029-30', status: 'Annual' }])).toEqual([]);
  });

  test('leaving is still to come to the last day of the first year out, and past after it', () => {
    const amounts = ['50000.01', '1.00', '1.00', '1.00', '1.00'];
    const returns = amounts.map((a, i) => tradeReturn(`${2024 + i}-${25 + i}`, a));
    const on = (asAt: string) => find({ asAt, returns }, 'opt-out-to-leave')[1];
    expect(on('2030-04-05')).toMatch(/^You can stop from 6 April 2029\./);
    expect(on('2030-04-06')).toMatch(/^You could stop from 6 April 2029\./);
  });

  test('HMRC expects who can leave after three years: they opt out to leave, and not because the figures differ', () => {
    const amounts = ['50000.01', '1.00', '1.00', '1.00', '1.00'];
    const returns = amounts.map((a, i) =>
      tradeReturn(`${2024 + i}-${25 + i}`, a, { submittedOn: `${2025 + i}-06-01` }),
    );
    const codes = steps({
      asAt: '2029-12-01',
      returns,
      statuses: [{ taxYear: '2029-30', status: 'MTD Mandated' }],
    }).map(([c]) => c);
    expect(codes).toContain('opt-out-to-leave');
    expect(codes).not.toContain('opt-out-by-figures');
  });

  test('HMRC expects a year that is free only if the trade stops as planned: nothing to opt out of before that', () => {
    const by = (asAt: string) =>
      steps({
        asAt,
        sources: [{ ...trade, ceasedOn: '2027-03-01' }],
        statuses: [{ taxYear: '2027-28', status: 'MTD Mandated' }],
      }).filter(([c]) => c === 'opt-out-by-figures').length;
    expect([by('2026-12-01'), by('2027-03-02')]).toEqual([0, 1]);
  });

  test('a return that was within the amount all along and was lowered brings nobody to opt out, nor does a year that is over', () => {
    const lowered = (from: string) => [
      tradeReturn('2024-25', from, {
        amendments: [
          { madeOn: '2026-06-01', lines: [{ source: 'trade', form: 'SA103F', box: '15', amount: '30000.00' }] },
        ],
      }),
    ];
    const out = (asAt: string, from: string) => find({ asAt, returns: lowered(from) }, 'opt-out-after-change').length;
    expect(out('2026-12-01', '50000.01')).toBe(2);
    expect(out('2027-04-05', '50000.01')).toBe(2);
    expect(out('2027-04-06', '50000.01')).toBe(0);
    expect(out('2026-12-01', '50000.00')).toBe(0);
  });

  test('with a return alone for both years HMRC’s service is checked after signing up, with it for this year alone it is not', () => {
    const check = (next: string) =>
      find(
        {
          asAt: '2026-11-22',
          statuses: [
            { taxYear: '2026-27', status: 'Annual' },
            { taxYear: '2027-28', status: next },
          ],
        },
        'check-after-sign-up',
      ).length;
    expect([check('Annual'), check('Dormant'), check('MTD Mandated')]).toEqual([2, 0, 0]);
  });

  test('signing up is due since the first of the years in a row, not since this one', () => {
    const once = [tradeReturn('2024-25', '60000.00')];
    expect(find({ asAt: '2028-02-01', returns: once }, 'sign-up-now')[1]).toContain('from 6 April 2026.');
    const amounts = ['50000.01', '1.00', '1.00', '1.00', '1.00', '20000.01', '1.00'];
    const again = amounts.map((a, i) => tradeReturn(`${2024 + i}-${25 + i}`, a));
    expect(find({ asAt: '2032-05-01', returns: again }, 'sign-up-now')[1]).toContain('from 6 April 2031.');
  });
});

describe('steps name what they are about', () => {
  const flat = { id: 'flat', name: 'Flat 1', kind: 'uk-property' };
  const stall = { id: 'stall', name: 'The stall', kind: 'self-employment' };
  const records = (gross: Readonly<Record<string, string>>) =>
    Object.entries(gross).map(([source, held]) => ({ taxYear: '2026-27', source, upTo: '2026-11-22', gross: held }));
  const small = [tradeReturn('2024-25', '1.00'), tradeReturn('2025-26', '1.00', { submittedOn: '2026-06-01' })];
  const texts = (json: object, code: string) =>
    ask({ asAt: '2026-11-22', returns: small, ...json }).guidance.steps.flatMap((s) => (s.code === code ? s.text : []));

  test('each source nothing is known of has a step and a missing thing of its own', () => {
    const json = { sources: [trade, flat, stall], records: records({ trade: '900.00' }) };
    expect(texts(json, 'add-records').map((text) => text.slice(0, 40))).toEqual([
      'Add your records of Flat 1 for 2026 to 2',
      'Add your records of The stall for 2026 t',
    ]);
    const answer = ask({ asAt: '2026-11-22', returns: small, ...json });
    expect(answer.years.at(-1)?.missing.map((m) => [m.source, m.text])).toEqual([
      ['flat', 'Your records of Flat 1 for 2026 to 2027.'],
      ['stall', 'Your records of The stall for 2026 to 2027.'],
    ]);
  });

  test('a source with nothing recorded while another has something is pointed at, one that had stopped before is not', () => {
    const gone = { ...stall, ceasedOn: '2026-04-05' };
    const held = records({ trade: '900.00', flat: '0.00', stall: '0.00' });
    expect(texts({ sources: [trade, flat, gone], records: held }, 'nothing-recorded')).toEqual([
      'Nothing is recorded for Flat 1 in 2026 to 2027, so it counts as nil. If something came in, record it.',
    ]);
  });

  test('HMRC is to be told of an end by the day that source’s last update is due, up to that day', () => {
    const json = (asAt: string) => ({
      asAt,
      sources: [{ ...stall, ceasedOn: '2026-05-20' }, trade],
      returns: [tradeReturn('2024-25', '60000.00')],
    });
    const told = 'The stall ended on 20 May 2026. Tell HMRC, and send its last update, by 7 August 2026';
    expect(texts(json('2026-08-07'), 'tell-hmrc-ended')[0]).toMatch(told);
    expect(texts(json('2026-08-08'), 'tell-hmrc-ended')).toEqual([]);
    expect(texts(json('2026-05-20'), 'tell-hmrc-ended')[0]).toMatch(told);
    expect(texts(json('2026-05-19'), 'tell-hmrc-ended')).toEqual([]);
    const then = { ...json('2024-07-01'), rules: '2021-published', sources: [{ ...stall, ceasedOn: '2024-06-20' }] };
    const old = { ...then, returns: [tradeReturn('2022-23', '60000.00')] };
    expect(texts(old, 'tell-hmrc-ended')[0]).toMatch('by 5 August 2024');
  });
});

describe('what somebody should do who is not told so by a year’s answer', () => {
  const asked = (more: object) => ask({ asAt: '2026-12-01', sources: [trade], ...more });
  const step = (more: object, code: string) => asked(more).guidance.steps.find((s) => s.code === code)?.text;
  const over = [tradeReturn('2024-25', '60000.00')];

  test('lawful methods disagree: ask HMRC', () => {
    const sources = [{ ...trade, startedOn: '2024-10-06' }];
    const returns = [tradeReturn('2024-25', '25000.00')];
    expect(step({ sources, returns }, 'ask-which')).toMatch(/^Ask HMRC whether you must use it for 2026 to 2027\./);
    expect(step({ sources, returns: [tradeReturn('2024-25', '20000.00')] }, 'ask-which')).toBeUndefined();
  });

  test('a just and reasonable figure on the other side: ask HMRC as well, and see when to start', () => {
    const line = { source: 'trade', form: 'SA103F', box: '15', amount: '20000.00' };
    const fair = (amount: string) =>
      asked({
        sources: [{ ...trade, startedOn: '2024-10-06' }],
        returns: [
          tradeReturn('2024-25', '0.00', {
            lines: [{ ...line, justAndReasonable: { amount, reason: 'A winter trade' } }],
          }),
        ],
      }).guidance.steps.flatMap((s) => (s.code === 'ask-which' ? [s.link] : []));
    expect(fair('50000.01')).toEqual(['check-when']);
    expect(fair('50000.00')).toEqual([]);
  });

  test('the other reading of what stopped is asked about until its year is over', () => {
    const sources = [{ ...trade, id: 'plumbing', ceasedOn: '2024-10-05' }, trade];
    const line = (source: string, amount: string) => ({ source, form: 'SA103F', box: '15', amount });
    const returns = [
      tradeReturn('2024-25', '0.00', { lines: [line('plumbing', '30000.00'), line('trade', '15000.00')] }),
    ];
    const on = (asAt: string) => step({ asAt, sources, returns }, 'ask-which-reading');
    expect(on('2027-04-05')).toContain('the answer for 2026 to 2027 is another');
    expect(on('2027-04-06')).toBeUndefined();
  });

  test('whether one can leave is asked, and not whether one must', () => {
    const half = { from: '2028-10-06', to: '2029-04-05' };
    const line = { source: 'trade', form: 'SA103F', box: '15', amount: '10000.00', period: half };
    const amounts = ['60000.00', '1.00', '1.00', '1.00'];
    const returns = amounts.map((a, i) => tradeReturn(`${2024 + i}-${25 + i}`, a));
    const last = tradeReturn('2028-29', '0.00', { submittedOn: '2029-06-01', lines: [line] });
    const codes = asked({ asAt: '2029-12-01', returns: [...returns, last] }).guidance.steps.map((s) => s.code);
    expect(codes.filter((c) => c.startsWith('ask-'))).toEqual(['ask-to-leave']);
  });

  test('returns that are overdue are one step, and one by itself is named', () => {
    const statuses: object[] = [];
    const many = ask({ asAt: '2040-06-01', sources: [trade], statuses }).guidance.steps;
    expect(many.filter((s) => s.code.startsWith('send-overdue'))).toHaveLength(1);
    expect(many.find((s) => s.code === 'send-overdue-returns')?.text).toBe(
      'Send the 15 tax returns that are overdue, for 2024 to 2025 up to 2038 to 2039, and enter here what each said.',
    );
    expect(step({}, 'send-overdue-return')).toContain('for 2024 to 2025');
  });

  test('a return through software for a year of the spell says that they have signed up', () => {
    const later = (taxReturnsSent: string[]) =>
      ask({ asAt: '2028-06-01', sources: [trade], returns: over, taxReturnsSent }).guidance.steps.map((s) => s.code);
    expect(later([])).toContain('sign-up-now');
    expect(later(['2025-26'])).toContain('sign-up-now');
    expect(later(['2026-27'])).not.toContain('sign-up-now');
  });

  test('nothing was declared: that comes first', () =>
    expect(step({ sources: [] }, 'add-sources')).toMatch(/^Add what you have/));

  test('HMRC has agreed, or has still to', () => {
    const circumstances = [{ kind: 'digitally-excluded', from: '2026-04-06' }];
    const agreed = ['2026-27', '2027-28', '2028-29'].map((taxYear) => ({ taxYear, status: 'Digitally Exempt' }));
    expect(step({ circumstances }, 'apply-for-exemption')).toContain('HMRC has to agree');
    expect(step({ circumstances }, 'tell-when-exemption-ends')).toBeUndefined();
    expect(step({ circumstances, statuses: agreed }, 'apply-for-exemption')).toBeUndefined();
    const oneEnded = [
      { kind: 'digitally-excluded', from: '2026-04-06', to: '2026-06-30' },
      { kind: 'religious-objection', from: '2026-05-01', to: null },
    ];
    expect(step({ circumstances: oneEnded }, 'apply-for-exemption')).toContain('For 2026 to 2027 HMRC has to agree');
    expect(step({ circumstances, statuses: agreed }, 'tell-when-exemption-ends')).toContain('within three months');
    const excused = agreed.map(({ taxYear }) => ({ taxYear, status: 'MTD Exempt' }));
    expect(step({ circumstances, statuses: excused }, 'apply-for-exemption')).toBeUndefined();
    expect(step({ circumstances, statuses: excused }, 'tell-when-exemption-ends')).toContain('within three months');
    expect(step({ circumstances: [{ kind: 'vat-exempt', from: '2026-04-06' }] }, 'tell-hmrc-vat-exempt')).toContain(
      'VAT',
    );
  });

  test('whom HMRC lets off this year or the next is not told to sign up, but where what was told ends before', () => {
    const inNextYear = [
      tradeReturn('2024-25', '1.00'),
      tradeReturn('2025-26', '60000.00', { submittedOn: '2026-06-01' }),
    ];
    const excluded = (from: string, to: string | null = null) => ({ kind: 'digitally-excluded', from, to });
    const told = (taxYear: string, ...circumstances: object[]) =>
      asked({
        returns: inNextYear,
        statuses: [{ taxYear, status: 'Digitally Exempt' }],
        circumstances,
      })
        .guidance.steps.map((s) => s.code)
        .includes('sign-up-by');
    expect([told('2025-26'), told('2026-27'), told('2027-28'), told('2028-29')]).toEqual([false, false, false, true]);
    expect(told('2026-27', excluded('2026-05-01', '2027-04-05'))).toBe(true);
    expect(told('2026-27', excluded('2028-05-01'))).toBe(false);
    expect(told('2026-27', excluded('2028-05-01', '2029-05-01'))).toBe(false);
    expect(told('2026-27', excluded('2026-05-01', '2027-04-05'), excluded('2028-05-01'))).toBe(false);
    const minister = { kind: 'minister-of-religion', from: '2020-05-01', to: '2026-11-01' };
    expect(told('2026-27', { ...minister, to: '2021-05-01' })).toBe(false);
    // What HMRC need not agree to is not told it when it ends.
    const ended = asked({ statuses: [{ taxYear: '2026-27', status: 'MTD Exempt' }], circumstances: [minister] });
    expect(ended.guidance.steps.map((s) => s.code)).not.toContain('tell-hmrc-exemption-ended');
  });

  test('an agreement is to be told of its end while it holds this year or later, and an exemption for VAT while it goes on', () => {
    const holds = (asAt: string) =>
      step(
        {
          asAt,
          statuses: [
            { taxYear: '2026-27', status: 'Digitally Exempt' },
            { taxYear: '2027-28', status: 'Annual' },
          ],
        },
        'tell-when-exemption-ends',
      );
    expect([holds('2027-04-05') === undefined, holds('2027-04-06') === undefined]).toEqual([false, true]);
    const vat = (to: string | null) =>
      step({ circumstances: [{ kind: 'vat-exempt', from: '2026-04-06', to }] }, 'tell-hmrc-vat-exempt');
    expect([vat(null) === undefined, vat('2026-11-30') === undefined]).toEqual([false, true]);
  });

  test('money is to be sorted first where it is all there is of a year whose records are asked for', () => {
    const sort = (taxYear: string, credits: string) =>
      asked({
        returns: [tradeReturn('2024-25', '1.00')],
        unsorted: [{ taxYear, credits, rows: 1 }],
      }).guidance.steps.flatMap((s) => (s.code === 'sort-first' ? s.text.slice(0, 33) : []));
    expect(sort('2026-27', '0.01')).toEqual(['Sort the money in of 2026 to 2027']);
    expect(sort('2026-27', '0.00')).toEqual([]);
    expect(sort('2025-26', '0.01')).toEqual([]);
    expect(sort('2024-25', '0.01')).toEqual([]);
  });

  test('apply now for this year, and before the next one begins for that', () => {
    const apply = (from: string) =>
      step({ circumstances: [{ kind: 'digitally-excluded', from }] }, 'apply-for-exemption');
    expect(apply('2027-04-05')).toMatch(/^For 2026 to 2027 .* apply now: until HMRC agrees/);
    expect(apply('2027-04-06')).toMatch(/^For 2027 to 2028 .* apply before 6 April 2027\./);
  });

  test('the end of what HMRC agreed to is told ahead, and for three months after it', () => {
    const ends = (asAt: string, status: string) =>
      step(
        {
          asAt,
          circumstances: [{ kind: 'digitally-excluded', from: '2026-04-06', to: '2026-08-31' }],
          statuses: [{ taxYear: '2026-27', status }],
        },
        'tell-hmrc-exemption-ended',
      );
    const by = 'on 31 August 2026. Tell HMRC by 30 November 2026.';
    expect(ends('2026-08-31', 'Digitally Exempt')).toBe(`What HMRC agreed to ends ${by}`);
    expect(ends('2026-09-01', 'Digitally Exempt')).toBe(`What HMRC agreed to ended ${by}`);
    expect(ends('2026-11-30', 'Digitally Exempt')).toBe(`What HMRC agreed to ended ${by}`);
    expect(ends('2026-12-01', 'Digitally Exempt')).toBeUndefined();
    expect(ends('2026-08-31', 'No Status')).toBeUndefined();
    expect(ends('2026-09-01', 'No Status')).toMatch(/^If HMRC had agreed, tell it by 30 November 2026/);
  });

  test('updates are due by choice while one is still to be sent, also in the last year before leaving', () => {
    const chosen = (more: object) =>
      asked({
        sources: [{ ...trade, ceasedOn: '2026-06-01' }],
        statuses: [{ taxYear: '2026-27', status: 'MTD Voluntary' }],
        ...more,
      }).guidance.steps.flatMap((s) => (s.code === 'due-by-choice' ? s.text.slice(0, 31) : []));
    const update = { kind: 'quarterly-update', taxYear: '2026-27', quarter: 1, source: 'trade' };
    expect(chosen({})).toEqual(['You signed up for 2026 to 2027,']);
    expect(chosen({ filings: [{ ...update, sentOn: '2026-08-01' }] })).toEqual([]);
    const amounts = ['60000.00', '1.00', '1.00', '1.00'];
    expect(
      chosen({
        asAt: '2029-02-01',
        sources: [trade],
        returns: amounts.map((a, i) => tradeReturn(`${2024 + i}-${25 + i}`, a)),
        records: [{ taxYear: '2028-29', source: 'trade', upTo: '2029-02-01', gross: '1.00' }],
        statuses: [{ taxYear: '2028-29', status: 'MTD Voluntary' }],
      }),
    ).toEqual(['You signed up for 2028 to 2029,']);
  });

  test('neither an update not sent, a payment, nor a return still to be sent says that they have signed up', () => {
    const signUp = (more: object) => step({ asAt: '2027-06-01', returns: over, ...more }, 'sign-up-now') !== undefined;
    const told = { taxYear: '2026-27', quarter: 1, source: 'trade' };
    expect(signUp({ filings: [{ ...told, kind: 'quarterly-update', sentOn: null }] })).toBe(true);
    expect(signUp({ filings: [{ kind: 'balancing-payment', taxYear: '2026-27', sentOn: '2027-05-01' }] })).toBe(true);
    expect(signUp({ returns: [...over, { taxYear: '2026-27', lines: [] }] })).toBe(true);
    expect(signUp({ filings: [{ ...told, kind: 'quarterly-update', sentOn: '2026-08-01' }] })).toBe(false);
  });

  test('of each that stopped its own reading is asked', () => {
    const stopped = (id: string) => ({ id, kind: 'self-employment', ceasedOn: '2024-10-05' });
    const lines = ['joinery', 'plumbing', 'trade'].map((source) => ({
      source,
      form: 'SA103F',
      box: '15',
      amount: '15000.00',
    }));
    const outlook = asked({
      sources: [stopped('joinery'), stopped('plumbing'), trade],
      returns: [tradeReturn('2024-25', '0.00', { lines })],
    });
    const names = outlook.guidance.steps.flatMap((s) =>
      s.code === 'ask-which-reading' ? (/income of (\w+),/.exec(s.text)?.[1] ?? '') : [],
    );
    expect(names).toEqual(['joinery', 'plumbing']);
    const why = outlook.years[0]?.because.filter((r) => r.code === 'ceased-not-scaled').map((r) => r.text);
    expect(why).toHaveLength(2);
    for (const text of why ?? [])
      expect(text).toContain('With all that stopped scaled up, the year would come to £75,000.00, which is more than');
  });

  test('leaving by one of two readings: asked which it is while it is a forecast, and before opting out once it is not', () => {
    const plumbing = { id: 'plumbing', kind: 'self-employment', ceasedOn: '2028-10-05' };
    const amounts = ['60000.00', '1.00', '1.00', '1.00'];
    const returns = amounts.map((a, i) => tradeReturn(`${2024 + i}-${25 + i}`, a));
    const held = (source: string, upTo: string, gross: string) => ({ taxYear: '2028-29', source, upTo, gross });
    const asks = (asAt: string, more: object) =>
      asked({ asAt, sources: [plumbing, trade], ...more }).guidance.steps.filter((s) => s.code.startsWith('ask-'));
    const likely = asks('2029-02-01', {
      returns,
      records: [held('plumbing', '2028-10-05', '15000.00'), held('trade', '2029-02-01', '1.00')],
    });
    expect(likely.map((s) => s.code)).toEqual(['ask-which-reading']);
    expect(likely[0]?.text).toContain('the answer for 2029 to 2030 is another');
    const line = (source: string, amount: string) => ({ source, form: 'SA103F', box: '15', amount });
    const lines = [line('plumbing', '15000.00'), line('trade', '1.00')];
    const settled = asks('2029-12-01', {
      returns: [...returns, tradeReturn('2028-29', '0.00', { submittedOn: '2029-06-01', lines })],
    });
    // Whoever left is tested again: for 2030-31 by the same year.
    expect(settled.map(({ text, link }) => [text, link])).toEqual([
      [
        'Ask HMRC whether it scales up the income of plumbing, which stopped on 5 October 2028: by the other reading the answer for 2030 to 2031 is another.',
        'work-out-income',
      ],
      [
        'Ask HMRC before you opt out: by one reading you can stop from 6 April 2029, by the other you cannot. Until you opt out, your updates stay due.',
        'online-services',
      ],
    ]);
  });

  test('a new trade of somebody in: from when, and only while it is still to come', () => {
    const stall = (startedOn: string, more: object = {}) => ({
      id: 'stall',
      name: 'Stall',
      kind: 'self-employment',
      startedOn,
      ...more,
    });
    const text = (source: object) => step({ sources: [trade, source], returns: over }, 'new-source-later');
    expect(text(stall('2026-05-01'))).toContain('Stall started on 1 May 2026.');
    expect(text(stall('2026-05-01'))).toContain('from 6 April 2028');
    expect(text(stall('2026-12-02'))).toBeUndefined();
    expect(text(stall('2024-05-01'))).toBeUndefined();
    expect(text(stall('2026-05-01', { ceasedOn: '2028-04-05' }))).toBeUndefined();
    expect(text(stall('2026-12-01'))).toContain('Stall started on 1 December 2026.');
    expect(text(stall('2026-05-01', { ceasedOn: '2028-04-06' }))).toContain('from 6 April 2028');
    const notIn = { sources: [trade, stall('2026-05-01')], returns: [tradeReturn('2024-25', '1.00')] };
    expect(step(notIn, 'new-source-later')).toBeUndefined();
    const inNextYear = [
      tradeReturn('2024-25', '1.00'),
      tradeReturn('2025-26', '60000.00', { submittedOn: '2026-06-01' }),
    ];
    expect(step({ ...notIn, returns: inNextYear }, 'new-source-later')).toBeUndefined();
    const on = (asAt: string) =>
      step({ asAt, sources: [trade, stall('2026-05-01')], returns: over }, 'new-source-later');
    expect(on('2028-04-05')).toContain('from 6 April 2028');
    expect(on('2028-04-06')).toBeUndefined();
  });
});

test('a trade of which no return was ever asked for has no start to wait for', () => {
  const stall = { id: 'stall', kind: 'self-employment', startedOn: '2026-05-01', ceasedOn: '2026-11-30' };
  const told = ask({
    asAt: '2026-12-01',
    sources: [trade, stall],
    returns: [tradeReturn('2024-25', '60000.00'), { taxYear: '2026-27', noticeGivenOn: null }],
  });
  expect(told.guidance.steps.map((s) => s.code)).not.toContain('new-source-later');
});

test('what was carried on all along has no day on which it started, however late its first return was asked for', () => {
  const stall = { id: 'stall', name: 'Stall', kind: 'self-employment', startedOn: '2025-05-01' };
  const told = ask({
    asAt: '2028-05-01',
    sources: [trade, stall],
    returns: [
      tradeReturn('2024-25', '1.00', { noticeGivenOn: '2028-02-01', submittedOn: '2028-04-20' }),
      {
        taxYear: '2026-27',
        submittedOn: '2028-01-31',
        lines: [{ source: 'stall', form: 'SA103F', box: '15', amount: '60000.00' }],
      },
    ],
  });
  expect(told.years.find((y) => y.taxYear === '2028-29')?.answer).toBe('must-use');
  expect(told.guidance.steps.map((s) => s.code)).not.toContain('new-source-later');
});

test('of two books that stop, the one that stops before its year does is to be finished', () => {
  const flat = { id: 'flat', name: 'Flat 1', kind: 'uk-property', ceasedOn: '2026-01-05' };
  const held = (source: string, upTo: string, gross: string) => ({ taxYear: '2025-26', source, upTo, gross });
  const steps = ask({
    asAt: '2026-11-22',
    sources: [{ ...trade, name: 'Plumbing' }, flat],
    returns: [tradeReturn('2024-25', '1.00')],
    records: [held('trade', '2026-02-28', '40000.00'), held('flat', '2026-01-05', '10.00')],
  }).guidance.steps;
  expect(steps.filter((s) => s.code === 'finish-records').map((s) => s.text)).toEqual([
    'Your records of Plumbing stop before the end of 2025 to 2026. Add those from 1 March 2026 to 5 April 2026: the answer rests on a guess until then.',
  ]);
});

test('books that go on are not to be finished because an exemption of their year has ended', () => {
  const steps = ask({
    asAt: '2026-12-01',
    sources: [trade],
    returns: [tradeReturn('2024-25', '60000.00')],
    records: [{ taxYear: '2026-27', source: 'trade', upTo: '2026-11-30', gross: '10.00' }],
    circumstances: [{ kind: 'digitally-excluded', from: '2026-05-01', to: '2026-08-31' }],
  }).guidance.steps;
  expect(steps.map((s) => s.code)).not.toContain('finish-records');
});

test('updates that are overdue: how many, up to when, and that one covers those before it', () => {
  const asked = (asAt: string, more: object = {}) =>
    ask({
      asAt,
      sources: [trade, { id: 'flat', kind: 'uk-property' }],
      returns: [tradeReturn('2024-25', '60000.00')],
      ...more,
    }).guidance.steps.find((s) => s.code === 'send-overdue-updates')?.text;
  expect(asked('2026-08-07')).toBeUndefined();
  expect(asked('2026-08-08')).toBe(
    'Send the 2 quarterly updates that were due by 7 August 2026, or say in Dates when they were sent.',
  );
  expect(asked('2026-12-01')).toBe(
    'Send the 4 quarterly updates that were due by 7 November 2026, or say in Dates when they were sent. One now for each business covers the quarters before it in its tax year.',
  );
  expect(asked('2026-08-08', { sources: [trade] })).toBe(
    'Send the quarterly update that was due by 7 August 2026, or say in Dates when it was sent.',
  );
  expect(asked('2026-12-01', { sources: [trade] })).toBe(
    'Send the 2 quarterly updates that were due by 7 November 2026, or say in Dates when they were sent. One now covers the quarters before it in its tax year.',
  );
  const lines = [
    { source: 'trade', gross: '1.00' },
    { source: 'flat', gross: '1.00' },
  ];
  expect(
    asked('2026-12-01', { updates: [{ taxYear: '2026-27', quarter: 2, sentOn: '2026-11-20', lines }] }),
  ).toBeUndefined();
  expect(asked('2027-08-01', { taxReturnsSent: ['2026-27'] })).toBeUndefined();
});
