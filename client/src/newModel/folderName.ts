/** A name for the folder of a team called `name`, that every file system takes: letters and digits without accents, and hyphens. */
export function folderName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, longest) || 'team'
  );
}

const longest = 40;
