import type { RuleDraft } from '../draft/draft';

const fieldWords = ({ name }: { readonly name: string }) =>
  name === '' ? 'a field that is not chosen yet' : `the field ${name}`;

/** For whom the access is, in a few words. */
export function beneficiarySays({ beneficiary: { kind, person, email } }: RuleDraft): string {
  switch (kind) {
    case 'requester':
      return 'Whoever asks';
    case 'person':
      return `The person in ${fieldWords(person)}`;
    case 'email':
      return `The owner of the email address in ${fieldWords(email)}`;
  }
}

export function reasonSays({ access: { kind, reason } }: RuleDraft): string {
  const says = reason.id === '' ? 'No field chosen' : `From ${fieldWords(reason)}`;
  return kind === 'privileged-access' ? `${says}, mandatory` : says;
}
