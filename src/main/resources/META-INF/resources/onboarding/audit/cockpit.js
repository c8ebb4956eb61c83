// What auditors have in Cockpit besides. Others are not offered it, and the API would refuse them.

import {session} from '/onboarding/session.js';

const {roles = []} = await session;

export default roles.includes('auditor') ? (await import('/onboarding/audit/plugin.js')).default : [];
