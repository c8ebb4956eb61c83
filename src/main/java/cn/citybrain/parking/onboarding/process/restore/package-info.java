/** After a restore: what has to be asked again, and how far that is. Knows what is awaited, and mails. */
package cn.citybrain.parking.onboarding.process.restore;
