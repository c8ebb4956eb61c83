/**
 * The fault suite: what breaks between us, the database, the channels and the lots, judged against the simulators' ledgers.
 * Tests tagged {@code faults} run on PostgreSQL: a short form in {@code mvn verify}, the long one with
 * {@code mvn -Pfaults test}; those tagged {@code nodes} start several
 * JVMs and run only there and in {@code .ci/run}. All write their figures to {@code target/faults}.
 */
package cn.citybrain.parking.onboarding.faults;
