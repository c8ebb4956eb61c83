// What stands behind # in the address that was asked for is known to the browser alone: it goes along through the login.
document.querySelector('form').action = `/login${location.hash}`;
