/**
 * 处理超期: what is overdue, the process {@code escalation} that deals with it, and what supervisors do about it. Knows mails,
 * due dates, tasks, and how to withdraw; no single step.
 */
package cn.citybrain.parking.onboarding.process.overdue;
