/** The mail catcher: takes every mail over SMTP, keeps it, and shows it. Nothing leaves the machine. */
package cn.citybrain.parking.onboarding.simulator.mail;
