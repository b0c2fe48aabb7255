/**
 * Where do the figures stand?
 *
 * SI 2026/336 was read through HMRC's Self Assessment: the legal framework manual (SALF), which restates it regulation by
 * regulation, so both are named and the address is the manual's.
 */
import { civil } from '../values/dates.ts';
import type { Citation } from './policy.ts';

const read = civil(2026, 11, 22);

/** `salf('SI 2026/336 reg 27', 1440)`: the regulation, with the page of HMRC's manual that restates it. */
export function salf(title: string, pageNumber: number, standing: Citation['standing'] = 'certain'): Citation {
  const url = `https://www.gov.uk/hmrc-internal-manuals/self-assessment-legal-framework/salf${pageNumber}`;
  return { title: `${title} (SALF${pageNumber})`, url, read, standing };
}

/** A page of guidance on gov.uk. */
export function guidance(title: string, slug: string, standing: Citation['standing'] = 'certain'): Citation {
  return { title: `GOV.UK: ${title}`, url: `https://www.gov.uk/guidance/${slug}`, read, standing };
}

/** A page anywhere else, by its whole address. */
export function page(title: string, url: string, standing: Citation['standing'] = 'certain'): Citation {
  return { title, url, read, standing };
}

export const qualifyingIncomeGuidance = guidance(
  'Work out your qualifying income for Making Tax Digital for Income Tax',
  'work-out-your-qualifying-income-for-making-tax-digital-for-income-tax',
);
export const exemptionGuidance = guidance(
  'Find out if you can get an exemption from Making Tax Digital for Income Tax',
  'find-out-if-you-can-get-an-exemption-from-making-tax-digital-for-income-tax',
);
export const penaltiesGuidance = guidance(
  'Penalties for Making Tax Digital for Income Tax',
  'penalties-for-making-tax-digital-for-income-tax',
);
export const useGuidance = guidance('Use Making Tax Digital for Income Tax', 'use-making-tax-digital-for-income-tax');
export const signUpGuidance = guidance(
  'Sign up for Making Tax Digital for Income Tax',
  'sign-up-for-making-tax-digital-for-income-tax',
  'likely',
);
export const paymentsOnAccountPage = page(
  'GOV.UK: Understand your Self Assessment tax bill, payments on account',
  'https://www.gov.uk/understand-self-assessment-bill/payments-on-account',
);
/** SI 2021/1076, as first made. */
export const regulations2021 = (reg: number, what: string, standing: Citation['standing'] = 'certain'): Citation =>
  page(`SI 2021/1076 reg ${reg}: ${what}`, `https://www.legislation.gov.uk/uksi/2021/1076/regulation/${reg}`, standing);
