import Button from '@atlaskit/button/new';
import { ModalTransition } from '@atlaskit/modal-dialog';
import type { ConnectionView } from '@contract/views';
import { useState } from 'react';
import { LinkButtonTo } from '../../ui/LinkTo';
import { DisconnectDialog } from './DisconnectDialog';
import type { Test } from './use-test';

interface Props {
  connection: ConnectionView;
  test: Test;
}

/** What can be done with a connection. The one that destroys stands apart. */
export function ConnectionActions({ connection, test }: Props) {
  const [asks, setAsks] = useState(false);
  const path = `/connections/${connection.id}`;
  return (
    <>
      <Button onClick={() => void test.run()} isLoading={test.isRunning}>
        Test now
      </Button>
      <LinkButtonTo to={`${path}/edit`}>Edit</LinkButtonTo>
      <LinkButtonTo to={`${path}/rotate`}>Rotate token</LinkButtonTo>
      <span className="apart">
        <Button onClick={() => setAsks(true)} aria-haspopup="dialog">
          Disconnect
        </Button>
      </span>
      <ModalTransition>
        {asks && <DisconnectDialog connection={connection} onClose={() => setAsks(false)} />}
      </ModalTransition>
    </>
  );
}
