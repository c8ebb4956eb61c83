import {show} from '/onboarding/dom.js';
import {page} from '/onboarding/shell.js';

page('使用说明', main => show(main, document.getElementById('guide').content.cloneNode(true)));
