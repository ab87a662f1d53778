import type { Fault, FaultName, FaultNamed } from '../../model/faults/fault';
import { faultsIn } from '../../model/faults/faults';
import { type AnyRule, defineFileRule, type FileRule, type Related } from '../rule';
import { subjectsAround } from './around';

interface Values<Name extends FaultName> {
  readonly fault: FaultNamed<Name>;
}

type FaultRule<Name extends FaultName> = Omit<FileRule<Values<Name>>, 'name' | 'options' | 'checkFile'> & {
  readonly name: `model/${Name}`;
  /** The other ends of the fault. */
  related?(fault: FaultNamed<Name>): readonly Related[];
};

/** A rule that says what one kind of fault in a file is (model/faults). */
export function defineFaultRule<Name extends FaultName>({ related, ...rule }: FaultRule<Name>): AnyRule {
  return defineFileRule<Values<Name>>({
    ...rule,
    options: {},
    checkFile(snapshot, file, report) {
      for (const fault of faultsIn(snapshot, file.path)) {
        if (!isOf(fault, rule)) continue;
        const at = { file: file.path, span: fault.at };
        report({ at, subjects: subjectsAround(file, fault.at), evidence: {}, values: { fault }, related: related?.(fault) ?? [] });
      }
    },
  });
}

function isOf<Name extends FaultName>(fault: Fault, { name }: { readonly name: `model/${Name}` }): fault is Fault & FaultNamed<Name> {
  return `model/${fault.fault}` === name;
}
