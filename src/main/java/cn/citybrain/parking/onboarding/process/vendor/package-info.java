/** What follows at once when a lot has another vendor: its tasks, its keys and its waiting mails change hands. Knows the gate's tasks and whom mails go to. */
package cn.citybrain.parking.onboarding.process.vendor;
