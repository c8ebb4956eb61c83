/** Whom the processes write to, and the mails that no step of a model sends. Sends through notification. */
package cn.citybrain.parking.onboarding.process.mail;
