/**
 * What a channel writes down: merchants, applications, papers, lots, agreements, visits, debits, refunds. Records and
 * the books that they stand in; they know the store, and nothing of who decides.
 */
package cn.citybrain.parking.onboarding.simulator.channel.book;
