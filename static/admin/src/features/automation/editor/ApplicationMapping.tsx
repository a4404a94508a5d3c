import { ofField } from '../draft/draft';
import { mapTo } from '../draft/map-to';
import { optionLines, withNewNames } from '../draft/options-of';
import { ConnectionSelect } from './ConnectionSelect';
import { FieldSelect } from './FieldSelect';
import type { FormStepProps } from './form-step';
import { Mapping } from './Mapping';
import { Row } from './Row';

/** Each option of the field stands for a connection, and gives that connection's default groups. */
export function ApplicationMapping({ editor, form }: FormStepProps) {
  const { application, applications } = editor.draft.access;
  const renamed = withNewNames(form.fields, application, applications);
  const lines = optionLines(form.fields, application, applications);
  return (
    <>
      <FieldSelect
        editor={editor}
        path="access.field"
        label="Target Application"
        help="The field that names the application."
        fields={form.fields}
        kinds={['option']}
        value={application}
        onChange={(field) => editor.edit('access.field', 'access', { application: field })}
      />
      {application.id !== '' && (
        <Mapping
          editor={editor}
          path="access.applications"
          title={`What each option of ${application.name} stands for`}
          help="It gives the default groups of the connection. Requests for an option without a connection are refused."
          mapped={ofField(applications, application).length}
          total={lines.length}
          onRename={
            renamed && (() => editor.edit('access.applications', 'access', { applications: renamed }))
          }
        >
          {lines.map(({ option, index, mapped, label }) => (
            <Row
              key={option.id}
              editor={editor}
              path={index < 0 ? `access.applications.new-${option.id}` : `access.applications.${index}`}
              label={label}
              isOptional
              isQuiet
            >
              {(described) => (
                <ConnectionSelect
                  described={described}
                  label={option.label}
                  isClearable
                  value={mapped?.connectionId ?? ''}
                  onChange={(connectionId) =>
                    editor.edit('access.applications', 'access', {
                      applications: mapTo(
                        applications,
                        { field: application, option },
                        connectionId === '' ? undefined : { connectionId },
                      ),
                    })
                  }
                />
              )}
            </Row>
          ))}
        </Mapping>
      )}
    </>
  );
}
