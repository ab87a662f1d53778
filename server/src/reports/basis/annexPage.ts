import { code, empty, type InnerLink, lead, type PlaceMark, quiet, type Section, section, table, words } from '../document';
import type { Say } from '../say';
import type { Basis } from './basis';
import { cardOf } from './finding';
import { settings } from './settings';

/** Every finding back to its line: place, rule, evidence, threshold. */
export function annexPage({ findings }: Basis, say: Say): Section {
  const text = texts[say.language];
  const columns = [words(text.finding, 3), words(text.place, 4), words(text.rule, 5), words(text.evidence, 7), words(text.threshold, 3)];
  const block =
    findings.length === 0
      ? empty(text.none)
      : {
          ...table(
            text.caption,
            columns,
            findings.map(({ number: at, severity, file, range, rule, evidence, thresholds }) => [
              [{ kind: 'link', to: cardOf(at), text: String(at) } satisfies InnerLink, quiet(say.word.severity[severity])],
              [{ kind: 'place', file, line: range?.start.line ?? null } satisfies PlaceMark],
              [code(rule)],
              settings(evidence),
              settings(thresholds),
            ]),
          ),
          most: 2000,
        };
  return section('annex', text.title, [lead(text.lead), block]);
}

const en = {
  title: 'Annex: every finding and its line',
  lead: 'In the order of the files. Evidence and thresholds are given to the letter, as the tools compute them.',
  none: 'There is no finding to trace.',
  caption: 'Findings by file and line',
  finding: 'No.',
  place: 'Place',
  rule: 'Rule',
  evidence: 'Evidence',
  threshold: 'Threshold',
};

const fr: typeof en = {
  title: 'Annexe : chaque constat et sa ligne',
  lead: 'Dans l’ordre des fichiers. Preuves et seuils sont donnés à la lettre, tels que les outils les calculent.',
  none: 'Il n’y a aucun constat à retracer.',
  caption: 'Constats par fichier et par ligne',
  finding: 'N°',
  place: 'Lieu',
  rule: 'Règle',
  evidence: 'Preuve',
  threshold: 'Seuil',
};

const texts = { en, fr };
