/**
 * The pages for who cannot log in, or has nothing to do yet: setting a password through a link from a mail, asking for such
 * a link, waiting for a role. Knows accounts and people.
 */
package cn.citybrain.parking.onboarding.access.recovery;
