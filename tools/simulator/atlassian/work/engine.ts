/** What can be done to the issues of a site, by whoever may. Rights are judged before, by the API that is asked. */
export { actorOf, person, type Actor } from './actor';
export { adfOf, textOfAdf } from './adf';
export { answerApproval, canAnswer, type Answering, type NotAnswered } from './answer';
export { findOpenApproval } from './approval';
export { addComment, deleteIssue, setProperty, type NewComment } from './comment';
export { createIssue, type NewIssue } from './create';
export { editIssue, type Edits } from './edit';
export { moveIssue, type Place } from './move';
export { showValue, type Showing } from './shown';
export { jiraTime } from './time';
export { availableTransitions, customerTransitions, transitionIssue, type Transition } from './transition';
export { readParagraph, readPerson, readText, readValue, type Read } from './values';
