import {get} from '/onboarding/api.js';
import {show} from '/onboarding/dom.js';
import {page} from '/onboarding/shell.js';

page('使用说明', async main => {
  const guide = document.getElementById('guide').content.cloneNode(true);
  const onSite = (await get('/api/channels')).filter(({signsOnSite}) => signsOnSite).map(({name}) => name);
  guide.getElementById('sign-on-site').textContent = onSite.join('、');
  show(main, guide);
});
