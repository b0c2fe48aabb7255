/**
 * Which pages outside the app can a person be sent to?
 *
 * A fixed list, by key, of gov.uk and legislation.gov.uk addresses; they open in the browser, never in the app.
 */
export const links = {
  'sign-up': 'https://www.gov.uk/guidance/sign-up-for-making-tax-digital-for-income-tax',
  'check-when': 'https://www.gov.uk/guidance/check-if-youre-eligible-for-making-tax-digital-for-income-tax',
  'work-out-income':
    'https://www.gov.uk/guidance/work-out-your-qualifying-income-for-making-tax-digital-for-income-tax',
  'use-the-service': 'https://www.gov.uk/guidance/use-making-tax-digital-for-income-tax',
  exemption: 'https://www.gov.uk/guidance/find-out-if-you-can-get-an-exemption-from-making-tax-digital-for-income-tax',
  penalties: 'https://www.gov.uk/guidance/penalties-for-making-tax-digital-for-income-tax',
  'online-services': 'https://www.gov.uk/log-in-register-hmrc-online-services',
  software: 'https://www.gov.uk/guidance/find-software-thats-compatible-with-making-tax-digital-for-income-tax',
  'self-assessment': 'https://www.gov.uk/self-assessment-tax-returns',
  'payments-on-account': 'https://www.gov.uk/understand-self-assessment-bill/payments-on-account',
} as const;

export type LinkKey = keyof typeof links;
