import DefaultTheme from 'vitepress/theme';
import Diagram from './Diagram.vue';
// eslint-disable-next-line import/no-unassigned-import -- styles have no name
import './style.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('Diagram', Diagram);
  },
};
