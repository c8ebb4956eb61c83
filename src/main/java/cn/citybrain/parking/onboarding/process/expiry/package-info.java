/** 已过期: applications that their operators forgot, told in time and ended. Knows mails and how messages reach a process. */
package cn.citybrain.parking.onboarding.process.expiry;
