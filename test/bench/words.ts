/** What the generated projects are about: the words of an agency of several hundred or several thousand people. */

export const givenNames = listed(`
  Anna, Bob, Camille, David, Élodie, Farid, Grace, Hugo, Inès, Jonas, Karima, Liam, Maëlle, Noah, Olga, Paul, Quentin, Rosa,
  Samuel, Théa, Ugo, Vera, William, Xavier, Yasmine, Zoé, Amadou, Beatriz, Chloé, Dario, Emma, François, Giulia, Hana, Ibrahim,
  Joëlle, Kenji, Léa, Mateo, Nadia
`);

export const familyNames = listed(`
  Morel, Okafor, Petit, Bernard, Nguyen, Rossi, Lefèvre, Haddad, Schmidt, Garcia, Dubois, Kowalski, Silva, Ito, Martin, Olsen,
  Fontaine, Mensah, Ricci, Lambert, Novak, Girard, Benali, Marchand, Keller, Moreau, Diallo, Costa, Roux, Peeters, Andersson,
  Bianchi, Chevalier, Tanaka, Weber, Lopez, Faure, Sow, Renard, Horvat
`);

export const roles = listed(`
  Designer, Researcher, Front-end developer, Back-end developer, Project lead, Analyst, Writer, Tester, Trainer, Account lead,
  Architect, Illustrator, Coordinator, Planner, Support lead, Data engineer
`);

export const stakeholderRoles = listed('Product owner, Sponsor, Head of sales, Head of support, Legal counsel, Site manager, Buyer');

export const organizationNames = listed(`
  Acme, Boréal, Cobalt, Delta, Estuaire, Fauvel, Granit, Horizon, Iris, Jonquille, Kestrel, Lagune, Mistral, Nordic, Orme, Pavot,
  Quartz, Rivage, Saffron, Tilleul
`);

export const trades = listed('Transports, Insurance, Foods, Energy, Hospitals, Museums, Housing, Railways, Pharma, Books');

/** The domains of competency, each with the topics within it. */
export const domains: readonly (readonly [domain: string, topics: readonly string[]])[] = [
  ['Research', ['Interviews', 'Surveys', 'Usability', 'Ethnography']],
  ['Design', ['Interaction', 'Typography', 'Illustration', 'Prototyping']],
  ['Engineering', ['Front-end', 'Back-end', 'Mobile', 'Integration']],
  ['Data', ['Statistics', 'Dashboards', 'Warehousing', 'Forecasting']],
  ['Delivery', ['Scheduling', 'Budgeting', 'Risk', 'Procurement']],
  ['Client care', ['Onboarding', 'Support', 'Negotiation', 'Contracts']],
  ['Finance', ['Accounting', 'Pricing', 'Auditing', 'Taxation']],
  ['People', ['Hiring', 'Coaching', 'Mediation', 'Learning']],
  ['Communication', ['Copywriting', 'Campaigns', 'Press', 'Events']],
  ['Operations', ['Logistics', 'Facilities', 'Hosting', 'Monitoring']],
  ['Security', ['Identity', 'Privacy', 'Forensics', 'Continuity']],
  ['Quality', ['Testing', 'Accessibility', 'Performance', 'Compliance']],
];

/** What one can do in every topic. */
export const practices = listed('planning, methods, analysis, tooling, review');

export const departments = listed('Studio, Platform, Services, Advisory, Growth, Solutions, Products, Programmes');

export const teamNames = listed(`
  Atlas, Basalt, Canopy, Dune, Ember, Fjord, Glade, Harbour, Islet, Juniper, Kelp, Lantern, Meadow, Nectar, Orchard, Pebble,
  Quarry, Ridge, Summit, Thicket, Upland, Valley, Willow, Yarrow
`);

export const verbs = listed('Prepare, Review, Map, Test, Rewrite, Draft, Present, Migrate, Measure, Interview, Train, Plan');

export const objects = listed(`
  the booking page, the price list, twelve customers, the yearly report, the help centre, the sign-up form, the archive,
  the delivery routes, the style guide, the payment steps, the field staff, the supplier contracts, the search results,
  the mobile screens, the opening event, the contact centre, the data sheets, the intranet, the catalogue, the audit trail
`);

export const needs = listed(`
  Faster booking, Clearer invoices, Fewer returns, Readable contracts, Shared calendar, One sign-in, Lower energy use,
  Trained staff, Reliable forecasts, Accessible pages, Shorter queues, Safer archives
`);

export const resources = listed('Customer panel, Usability lab, Test devices, Photo library, Meeting room, Data sample, Print shop');

export const strengths = listed('Critique culture, Shared planning, Open archives, Quick answers, Steady pace, Clear roles');

export const pitfalls = listed(`
  Late research, Unclear hand-over, Parallel plans, Lonely expert, Silent reviews, Rushed estimates, Client unheard
`);

export const measures = [
  'Two people run the next session alone.',
  'Every hand-over is written down by the end of the period.',
  'The two teams plan together every month.',
  'No question of the client waits longer than three days.',
] as const;

export const sentences = [
  'Works closely with the client’s own staff.',
  'The first version was agreed in the spring review.',
  'What is learnt here is written up for the other teams.',
  'Dates were moved once, at the client’s request.',
  'The notes of the last workshop are in the shared folder.',
  'Depends on the answers that the support desk collects.',
  'Half of the group joined during the last two years.',
  'The scope is small on purpose, so that it can be finished.',
  'A weekly half-hour keeps everybody informed.',
  'The budget covers two rounds of interviews, not three.',
  'Everything is reviewed by someone from another team.',
  'The previous attempt stopped for want of time.',
] as const;

function listed(text: string): readonly string[] {
  return text.trim().split(/,\s+/);
}
