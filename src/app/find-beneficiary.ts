import type { Wanted } from '../domain/understand';
import type { Ports, Watched } from './ports';
import type { Trouble } from './trouble';
import { useTarget } from './target';
import { itself } from './happened';

/** Who the access is for, as far as the directory knows them now. */
export type Found =
  | { readonly kind: 'person'; readonly id: string; readonly zone: string }
  | { readonly kind: 'invitee'; readonly email: string; readonly zone: string }
  | { readonly kind: 'nobody'; readonly trouble: Trouble };

/** An address that nobody needs an account to have says nothing about where they live. */
const NO_ZONE = 'UTC';

export function findBeneficiary(ports: Ports, watched: Watched, wanted: Wanted): Promise<Found> {
  const { beneficiary } = wanted;
  return beneficiary.kind === 'person'
    ? findPerson(ports, beneficiary.id)
    : findByAddress(ports, watched, { email: beneficiary.email, invite: wanted.invite });
}

async function findPerson(ports: Ports, id: string): Promise<Found> {
  const person = await ports.people.find(id);
  if (!person) return nobody('person-unknown', 'The site does not know the person that the access is for.');
  switch (person.kind) {
    case 'customer':
      return nobody(
        'person-customer',
        'The person has only a customer account of the portal, which cannot be in groups.',
      );
    case 'app':
      return nobody('person-app', 'Apps cannot be given access through requests.');
    case 'person':
      return person.active
        ? { kind: 'person', id: person.id, zone: person.timeZone }
        : nobody('person-inactive', 'The account of the person that the access is for is deactivated.');
  }
}

interface Address {
  readonly email: string;
  readonly invite: boolean;
}

async function findByAddress(ports: Ports, watched: Watched, { email, invite }: Address): Promise<Found> {
  const found = await useTarget(ports, watched, {
    during: 'the search for the person behind an address',
    by: itself,
    work: (target) => target.findByEmail(email),
  });
  switch (found.kind) {
    case 'found':
      return findPerson(ports, found.principal.id);
    case 'uncertain':
      return nobody(
        'person-ambiguous',
        'Several accounts could belong to this address. Name the person instead.',
      );
    case 'none':
      return invite
        ? { kind: 'invitee', email, zone: NO_ZONE }
        : nobody('person-unknown', 'Nobody on this site has this address.');
  }
}

const nobody = (code: string, text: string): Found => ({ kind: 'nobody', trouble: { code, text } });
