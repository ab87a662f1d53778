import assert from 'node:assert/strict';
import { names } from '../../server/src/model/names';
import { referencesIn } from '../../server/src/model/references';
import { Snapshot } from '../../server/src/model/snapshot';
import { snapshotOf } from './given';

/** What each reference of a project means, in text order: an id, a built-in technique, or the fault and what it lies with. */
function meanings(snapshot: Snapshot): readonly string[] {
  const known = names(snapshot);
  return snapshot.inOrder().flatMap((file) =>
    referencesIn(file).map(({ ref, kinds }) => {
      const resolution = known.resolve(ref, kinds);
      if (!resolution) return 'half typed';
      if ('declared' in resolution) return resolution.declared.id;
      if ('builtIn' in resolution) return `built-in ${resolution.builtIn}`;
      const at = file.text.slice(resolution.at.start, resolution.at.end);
      return [resolution.fault, at, ...resolution.candidates.map(({ id }) => id)].join(' ');
    }),
  );
}

const meaningsOf = (text: string) => meanings(snapshotOf(text));

describe('a name', () => {
  it('means what can stand there, in whatever space', () => {
    const declarations = `team design member anna competency design client acme { need design resource panel }
assessment spring on 2026-04-02 { pitfall design }
`;
    assert.deepEqual(meaningsOf(`${declarations}team web { lead anna within design }`), ['member:anna', 'team:design']);
    assert.deepEqual(meaningsOf(`${declarations}member bob { team design has design 3 }`), ['team:design', 'competency:design']);
    assert.deepEqual(meaningsOf(`${declarations}task study { after design for design uses panel }`), [
      'wrong-kind design team:design competency:design need:acme.design pitfall:spring.design',
      'need:acme.design',
      'resource:acme.panel',
    ]);
  });

  it('of several owners is ambiguous, unless it is written out, or only one can stand there', () => {
    const declarations = 'client acme { need booking stakeholder zoe }\nclient globex { need booking resource zoe }\n';
    assert.deepEqual(meaningsOf(`${declarations}task study { for booking, acme.booking, globex.booking with zoe uses zoe }`), [
      'ambiguous-name booking need:acme.booking need:globex.booking',
      'need:acme.booking',
      'need:globex.booking',
      'stakeholder:acme.zoe',
      'resource:globex.zoe',
    ]);
  });

  it('fails at the part that fails', () => {
    const declarations = 'client acme { need booking }\nteam web\n';
    assert.deepEqual(
      meaningsOf(`${declarations}task study { for acme.shipping, globex.booking, web.booking, acme., shipping, web uses acme.booking }`),
      [
        'unknown-name shipping',
        'unknown-name globex',
        'wrong-kind web team:web',
        'half typed',
        'unknown-name shipping',
        'wrong-kind web team:web',
        'wrong-kind booking need:acme.booking',
      ],
    );
  });

  it('is compared in NFC, and case counts', () => {
    assert.deepEqual(meaningsOf('member e\u0301va\nteam web { lead \u00e9va }\nteam print { lead \u00c9va }'), [
      'member:\u00e9va',
      'unknown-name \u00c9va',
    ]);
  });

  it('of a built-in technique is known, and one of the project stands before it', () => {
    assert.deepEqual(meaningsOf('intervention a { technique pairing }\nintervention b { technique buddies }'), [
      'built-in pairing',
      'unknown-name buddies',
    ]);
    assert.deepEqual(meaningsOf('technique pairing\nintervention a { technique pairing }'), ['technique:pairing']);
  });

  it('before a dot may be that of a client and of an assessment', () => {
    assert.deepEqual(
      meaningsOf(
        'client spring { need late }\nassessment spring on 2026-04-02 { pitfall late }\nintervention a { answers spring.late }\ntask b { for spring.late }',
      ),
      ['pitfall:spring.late', 'need:spring.late'],
    );
  });
});

describe('the first of a name', () => {
  const firsts = (files: readonly (readonly [string, string])[]) => {
    const snapshot = Snapshot.of(files);
    return [...names(snapshot).all()].map(({ id, file }) => `${id} ${file}`);
  };

  it('is the one in the first file by code unit, then in the first place', () => {
    assert.deepEqual(
      firsts([
        ['b.collab', 'member anna member bob member bob'],
        ['a/z.collab', 'member carla'],
        ['a-b.collab', 'member anna'],
        ['B.collab', 'member carla'],
      ]),
      ['member:carla B.collab', 'member:anna a-b.collab', 'member:bob b.collab'],
    );
  });

  it('of the same name in another space is another', () => {
    assert.deepEqual(firsts([['a', 'team a competency a task a technique a client b { need a stakeholder a } link a -> a link a -> a']]), [
      'team:a a',
      'competency:a a',
      'task:a a',
      'technique:a a',
      'client:b a',
      'link:a->a a',
      'link:a->a a',
    ]);
  });

  it('may be nested, once per owner', () => {
    const snapshot = snapshotOf('client a { need x need x resource x } client b { need x } task x client a { need x need y }');
    assert.deepEqual(
      [...names(snapshot).all()].map(({ id, node }) => `${id} ${node.start}`),
      ['client:a 0', 'need:a.x 11', 'client:b 38', 'need:b.x 49', 'need:a.y 83'],
    );
  });
});

describe('what a project has one of', () => {
  it('is the first, with a name or without', () => {
    const snapshot = Snapshot.of([
      ['b', 'period 2026-04-01 to 2026-06-30\norganization b'],
      ['c', 'period spring 2026-04-01 to 2026-06-30\norganization c\nscale c { levels a, b }'],
    ]);
    const known = names(snapshot);
    assert.deepEqual([known.sole('period')?.file, known.sole('organization')?.file, known.sole('scale')?.file], ['b', 'b', 'c']);
    assert.equal(names(snapshotOf('')).sole('scale'), null);
  });
});
