import { askedLanguage, systemLanguage } from './reader';

const oldest = 22;
const { node } = process.versions;

// Imported first: what comes after it does not load on an older Node.
if (Number(node.split('.')[0]) < oldest) {
  const message = {
    en: `collab: Node ${oldest} or later is needed, and this is Node ${node}: install a newer version from https://nodejs.org`,
    fr: `collab : Node ${oldest} ou plus récent est nécessaire, et celui-ci est Node ${node} : installez une version plus récente depuis https://nodejs.org`,
  };
  process.stderr.write(`${message[askedLanguage(process.argv) ?? systemLanguage()]}\n`);
  process.exit(2);
}
