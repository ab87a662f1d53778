import assert from 'node:assert/strict';
import { parseConfig } from '../../server/src/config/parse';
import { reportOf } from '../../server/src/reports/catalogue';
import { reviewOf } from '../../server/src/reports/review';
import { rules } from '../../server/src/rules/catalogue';
import { caseInput, inputOf } from './project';

/** All figures here are worked out by hand from test/cases/reports/studio.collab. */
describe('the review of a small studio', () => {
  const review = reviewOf(caseInput('studio.collab'), 'en');

  it('opens with what it rests on', () => {
    const { dataDate, today, period, files, people, notAssessed } = review.opening;
    assert.deepEqual([dataDate, today, files], ['2026-04-02', '2026-04-10', ['studio.collab']]);
    assert.deepEqual(period, { from: '2026-04-01', to: '2026-04-30' });
    assert.deepEqual(people, { members: 4, absent: 1, stakeholders: 2, teams: 2, clients: 1 });
    assert.deepEqual(notAssessed, {
      notHeard: ['member:bob', 'stakeholder:acme.max'],
      outsideScope: ['member:cleo', 'member:dan'],
      withoutCompetencies: ['member:dan'],
      tasksWithoutEffort: [],
      tasksWithoutRequirements: [],
    });
  });

  it('says who was heard, what holds and what does not, newest assessment first', () => {
    const [spring, autumn] = review.assessments;
    assert.deepEqual([spring?.name, autumn?.name], ['assessment:spring', 'assessment:autumn']);
    assert.deepEqual([spring?.people, spring?.heardPeople, spring?.notHeard], [4, 2, ['member:bob', 'stakeholder:acme.max']]);
    assert.deepEqual(spring?.heard, [
      { parties: ['member:anna'], on: '2026-03-30', text: 'We meet **too late**.' },
      { parties: ['stakeholder:acme.zoe'], on: null, text: null },
    ]);
    assert.deepEqual(spring?.strengths, [{ name: 'strength:spring.critique', of: ['team:design'] }]);
    assert.deepEqual(spring?.pitfalls, [
      {
        name: 'pitfall:spring.late',
        severity: 'high',
        of: ['team:design', 'team:web'],
        between: true,
        answeredBy: ['intervention:pairing'],
      },
      { name: 'pitfall:spring.silent', severity: null, of: [], between: false, answeredBy: [] },
    ]);
  });

  it('tells both heritages', () => {
    assert.deepEqual(review.heritages, [
      {
        name: 'organization:atelier',
        about: 'A studio for *exhibitions*.',
        history: ['Founded in 2010.\n\n- 2015: first museum\n- 2021: the web'],
        needs: [{ name: 'need:atelier.calm', priority: 'low', about: null }],
        resources: [{ name: 'resource:atelier.room', about: null, usedBy: ['task:poster'] }],
      },
      {
        name: 'client:acme',
        about: null,
        history: [],
        needs: [
          { name: 'need:acme.quick', priority: null, about: null },
          { name: 'need:acme.visible', priority: 'high', about: null },
        ],
        resources: [],
      },
    ]);
  });

  it('measures the net: who reports to whom is no link, the absent are no members', () => {
    const { people, ties, ...net } = review.net;
    assert.deepEqual(net, {
      members: 4,
      edges: 2,
      density: 1 / 3,
      components: 2,
      isolates: ['member:dan'],
      cutMembers: [{ name: 'member:bob', parts: [['member:anna'], ['member:cleo']] }],
      teams: [
        { name: 'team:design', lead: 'member:anna', members: 2, internal: 1, external: 1, ei: 0, chance: 3 / 5 },
        { name: 'team:web', lead: null, members: 2, internal: 0, external: 1, ei: 1, chance: 3 / 5 },
      ],
    });
    // Of the three pairs of others, one is joined through Bob.
    assert.deepEqual(
      people.map(({ name, team, degree, betweenness }) => [name, team, degree, betweenness]),
      [
        ['member:anna', 'team:design', 1, 0],
        ['member:bob', 'team:design', 2, 1 / 3],
        ['member:cleo', 'team:web', 1, 0],
        ['member:dan', 'team:web', 0, 0],
      ],
    );
    assert.deepEqual(ties, [
      { from: 'member:anna', to: 'member:bob', kinds: ['collaborates'], strength: 4, isStrained: false },
      { from: 'member:bob', to: 'member:cleo', kinds: ['advises'], strength: 3, isStrained: false },
    ]);
  });

  it('shows who can do what', () => {
    const competency = (name: string) => review.competencies.find((each) => each.name === `competency:${name}`);
    assert.deepEqual(competency('drawing'), {
      name: 'competency:drawing',
      within: null,
      critical: true,
      level: 4,
      holders: ['member:anna'],
      stakeholders: [],
      target: 2,
      targetLevel: 4,
      highestRequired: 4,
      status: 'single',
      tasks: ['task:poster'],
      wantedBy: ['member:bob'],
    });
    assert.deepEqual(
      [competency('writing')?.level, competency('writing')?.status, competency('writing')?.tasks],
      [4, 'none', ['task:letter']],
    );
    assert.deepEqual([competency('sketching')?.level, competency('sketching')?.within], [3, 'competency:drawing']);
    assert.deepEqual([competency('juggling')?.holders, competency('juggling')?.highestRequired], [[], null]);
  });

  it('shows who does what', () => {
    assert.deepEqual(
      review.tasks.map(({ name }) => name),
      ['task:filing', 'task:letter', 'task:poster'],
    );
    assert.deepEqual(review.tasks.at(-1), {
      name: 'task:poster',
      status: 'active',
      for: ['need:acme.visible'],
      requirements: [{ competency: 'competency:drawing', level: 4, coveredBy: ['member:anna'] }],
      assigned: [
        { person: 'member:anna', share: 75 },
        { person: 'member:cleo', share: 25 },
      ],
      with: [{ person: 'stakeholder:acme.zoe', voice: 'consult' }],
      effort: 8,
      from: '2026-04-13',
      due: '2026-04-22',
    });
    assert.deepEqual(review.tasks[1]?.requirements, [{ competency: 'competency:writing', level: 4, coveredBy: [] }]);
  });

  it('counts the days: 22 working days in April, five of them away for Dan, half of them for Cléo', () => {
    const days = review.members.map(({ name, assignedDays, availableDays, load }) => [name, assignedDays, availableDays, load]);
    assert.deepEqual(days, [
      ['member:anna', 6, 22, 6 / 22],
      ['member:bob', 2, 22, 2 / 22],
      ['member:cleo', 2, 11, 2 / 11],
      ['member:dan', 0, 17, 0],
    ]);
    assert.deepEqual(review.members[0]?.tasks, [{ task: 'task:poster', days: 6 }]);
  });

  it('shows what the client is in', () => {
    const [acme] = review.clients;
    assert.deepEqual([acme?.promised, acme?.reached], ['involve', 'consult']);
    assert.deepEqual(acme?.tasks, [
      { task: 'task:letter', people: [] },
      { task: 'task:poster', people: [{ person: 'stakeholder:acme.zoe', voice: 'consult' }] },
    ]);
    assert.deepEqual(
      acme?.stakeholders.map(({ name, decides, liaisons, engagement }) => [name, decides, liaisons, engagement]),
      [
        ['stakeholder:acme.max', false, [], null],
        ['stakeholder:acme.zoe', true, ['member:bob'], { current: 'neutral', desired: 'supportive' }],
      ],
    );
    assert.deepEqual(acme?.needs, [
      { name: 'need:acme.quick', priority: null, tasks: [] },
      { name: 'need:acme.visible', priority: 'high', tasks: ['task:poster'] },
    ]);
    assert.deepEqual(review.needs, [{ name: 'need:atelier.calm', priority: 'low', tasks: ['task:filing'] }]);
  });

  it('shows what was chosen, and what it lacks', () => {
    const [demo, pairing] = review.interventions;
    assert.deepEqual([demo?.name, demo?.lapsed, demo?.missing, demo?.findings], ['intervention:demo', true, ['owner', 'measure'], []]);
    assert.deepEqual([pairing?.lapsed, pairing?.missing, pairing?.pitfalls], [false, [], ['pitfall:spring.late']]);
    assert.deepEqual([pairing?.technique, pairing?.owner], ['technique:pairing', 'member:anna']);
    const answered = review.findings.filter(({ answeredBy }) => answeredBy === 'intervention:pairing');
    assert.deepEqual(
      answered.map(({ rule, severity, answer, answerUntil }) => [rule, severity, answer, answerUntil]),
      [['competency/single-holder', 'info', 'answered', '2026-06-30']],
    );
    assert.deepEqual(
      pairing?.findings,
      answered.map(({ number }) => number),
    );
  });

  it('gives findings by place, and numbers them as one reads them', () => {
    const lines = review.findings.map(({ range }) => range?.start.line ?? 0);
    assert.deepEqual(
      lines,
      lines.toSorted((a, b) => a - b),
    );
    const inOrder = review.findings.toSorted((a, b) => a.number - b.number);
    assert.deepEqual(
      inOrder.map(({ number }) => number),
      inOrder.map((_, at) => at + 1),
    );
    const groups = ['model', 'assessment', 'network', 'competency', 'workload', 'client', 'plan'];
    const read = inOrder.map(({ rule, severity }) => [
      groups.indexOf(rule.split('/')[0] ?? ''),
      ['error', 'warning', 'info', 'hint'].indexOf(severity),
    ]);
    assert.deepEqual(
      read,
      read.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d),
    );
  });

  it('says of a finding what a client asks', () => {
    const undoable = review.findings.find(({ rule }) => rule === 'competency/undoable');
    assert.equal(undoable?.shownBy, 'Asked for at proficient; nearest: Cléo Nast (competent) and Anna Morel (beginner).');
    assert.deepEqual(undoable?.subjects, ['task:letter', 'competency:writing']);
    assert.deepEqual(undoable?.techniques.slice(0, 2), ['technique:mentoring', 'technique:pairing']);
    assert.ok((undoable?.why.length ?? 0) > 20);
    const cut = review.findings.find(({ rule }) => rule === 'network/cut-member');
    assert.deepEqual(cut?.thresholds, { people: 4 });
  });

  it('puts the gravest risk first, and each group’s first before any second', () => {
    const risks = review.summary.risks.map((at) => review.findings.find(({ number }) => number === at));
    assert.equal(risks[0]?.rule, 'competency/undoable');
    const groups = risks.slice(1).map((finding) => finding?.rule.split('/')[0]);
    assert.deepEqual(groups, ['assessment', 'network', 'competency', 'client']);
    assert.deepEqual(review.summary.actions.underWay, ['intervention:pairing']);
    assert.deepEqual(review.summary.actions.toDecide, review.summary.risks);
  });

  it('counts every finding once, in its step', () => {
    const { counts, steps, answered } = review.summary;
    const total = counts.error + counts.warning + counts.info + counts.hint;
    assert.equal(total, review.findings.length);
    assert.equal(
      steps.reduce((sum, { error, warning, info, hint }) => sum + error + warning + info + hint, 0),
      total,
    );
    assert.deepEqual([counts.error, answered], [1, 1]);
  });
});

describe('the review', () => {
  const model = `
    member anna
    member bob
    member cleo
    task a { assigned anna }
    intervention late { answers network/isolated-member involves anna to 2026-04-01 owner bob measure "m" }
    intervention over { answers network/isolated-member involves bob status done }
    intervention now { answers network/isolated-member involves cleo owner bob to 2026-05-01 measure "m" }
  `;

  it('tells an intervention in time from one that is late and one that is done', () => {
    const { findings, summary } = reviewOf(inputOf(model), 'en');
    const isolated = findings.filter(({ rule }) => rule === 'network/isolated-member');
    assert.deepEqual(
      isolated.map(({ subjects: [person], severity, answeredBy, answer }) => [person, severity, answeredBy, answer]),
      [
        ['member:anna', 'warning', 'intervention:late', 'lapsed'],
        ['member:bob', 'warning', 'intervention:over', 'done'],
        ['member:cleo', 'info', 'intervention:now', 'answered'],
      ],
    );
    assert.equal(summary.answered, 1);
    assert.deepEqual(summary.actions.underWay, ['intervention:now']);
    const markdown = reportOf('review', inputOf(model), { format: 'md', language: 'en' });
    assert.ok(markdown.includes('**Answer:** “late” was to answer it by 1 April 2026; its end date is past and the finding still holds.'));
    assert.ok(markdown.includes('**Answer:** “over” is done, and the finding still holds.'));
    assert.ok(markdown.includes('**Answer:** Answered by “now” until 1 May 2026: one severity lower for as long.'));
  });

  it('says which rules the project set, which it turned off, and their thresholds', () => {
    const configured = parseConfig(
      '{ "rules": { "network/silo": "off", "network/isolated-member": { "people": 2 }, "plan/lapsed": "info" } }',
      rules,
    );
    const input = inputOf(model, 'model.collab', configured);
    const inForce = reviewOf(input, 'en').opening.rules;
    const set = inForce.filter(({ changed }) => changed);
    assert.deepEqual(
      set.map(({ rule, severity, thresholds }) => [rule, severity, thresholds]),
      [
        ['network/isolated-member', 'warning', { people: 2 }],
        ['network/silo', 'off', { team: 3, people: 6, below: -0.667 }],
        ['plan/lapsed', 'info', {}],
      ],
    );
    assert.equal(inForce.length, rules.length);
    const markdown = reportOf('review', input, { format: 'md', language: 'en' });
    assert.ok(
      markdown.includes(`${rules.length - 1} rules on (set by the project: network/isolated-member, plan/lapsed) (off: network/silo)`),
    );
  });

  it('names the file of a finding that stands outside the model, without a line', () => {
    const input = inputOf(model);
    const [first] = input.findings;
    assert.ok(first);
    const outside = { ...first, found: { ...first.found, at: { file: 'collab.config.json', span: { start: 3, end: 5 } } } };
    const { findings } = reviewOf({ ...input, findings: [outside] }, 'en');
    assert.deepEqual([findings[0]?.file, findings[0]?.range], ['collab.config.json', null]);
    const fileUri = (): string => assert.fail('there is no line to lead to');
    assert.match(
      reportOf('review', { ...input, findings: [outside] }, { format: 'md', language: 'en', fileUri }),
      /^\*\*\w+\*\* · collab\.config\.json · `/m,
    );
  });
});
