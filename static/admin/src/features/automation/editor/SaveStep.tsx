import SectionMessage from '@atlaskit/section-message';
import TextField from '@atlaskit/textfield';
import { LinkTo } from '../../../ui/LinkTo';
import { gapsOf } from '../draft/gaps';
import { nameOf } from '../draft/name-of';
import { stepOf, steps } from '../draft/steps';
import { ruleOf } from '../draft/to-rule';
import { Sentences } from '../Sentences';
import { TryPanel } from '../TryPanel';
import type { StepProps } from './editor';
import { Row } from './Row';

function Open({ paths }: { paths: readonly string[] }) {
  const open = steps.filter(({ key }) => paths.some((path) => stepOf(path) === key));
  return (
    <SectionMessage appearance="information" title="Not everything is said yet">
      <ul>
        {open.map(({ key, title }) => (
          <li key={key}>
            <LinkTo to={`?step=${key}`}>{title}</LinkTo>
          </li>
        ))}
      </ul>
    </SectionMessage>
  );
}

/** The rule in words, its name, and a trial before it is saved. */
export function SaveStep({ editor }: StepProps) {
  const { draft } = editor;
  const gaps = Object.keys(gapsOf(draft));
  const isWhole = gaps.every((path) => path === 'name');
  return (
    <>
      <Row editor={editor} path="name" label="Name" help="How administrators know the rule.">
        {(described) => (
          <TextField
            {...described}
            autoComplete="off"
            isInvalid={described['aria-invalid']}
            value={draft.naming.isTyped ? draft.naming.text : nameOf(draft)}
            onChange={(event) =>
              editor.edit('name', 'naming', { text: event.currentTarget.value, isTyped: true })
            }
          />
        )}
      </Row>
      {isWhole ? (
        <>
          <section className="stack-small">
            <h3 className="part">What the rule says</h3>
            <Sentences rule={ruleOf(draft)} label="What the rule says" />
          </section>
          <TryPanel rule={ruleOf(draft)} />
        </>
      ) : (
        <Open paths={gaps} />
      )}
    </>
  );
}
