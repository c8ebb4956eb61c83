/**
 * UnionPay's plate payment (银联无感停车). Entry, exit, debit, refund and agreement are what one integrator spoke to
 * production in 2018; everything with a number from 90101 up is assumed, ours. Answers are unsigned on the real wire, so
 * TLS alone protects them there; ours are signed, and unsigned ones refused unless told otherwise.
 */
package cn.citybrain.parking.onboarding.channel.unionpay;
