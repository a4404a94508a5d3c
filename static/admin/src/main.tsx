import '@atlaskit/css-reset';
import './app.css';
import { open } from './open';

const root = document.getElementById('root');
if (root) void open(root);
