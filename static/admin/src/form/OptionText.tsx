import Avatar from '@atlaskit/avatar';
import type { OptionView } from '@contract/views';
import type { OptionKind } from './pick-source';

interface Props {
  option: OptionView;
  kind: OptionKind;
  /** In the list there is room for the second line and the reason; in the field there is not. */
  isInList: boolean;
}

export function OptionText({ option: { name, detail, avatarUrl, blocked }, kind, isInList }: Props) {
  return (
    <span className="option">
      {kind === 'person' && (
        <Avatar size={isInList ? 'small' : 'xsmall'} {...(avatarUrl && { src: avatarUrl })} />
      )}
      <span className="option-words">
        <span>{name}</span>
        {isInList && detail && <span className="option-detail"> {detail}</span>}
        {isInList && blocked && <span className="option-detail"> Cannot be chosen: {blocked}</span>}
      </span>
    </span>
  );
}
