/**
 * Random inputs, seeded: whatever comes in at the machines' addresses, the forms' API and the uploads, nothing answers with an
 * error of ours, writes a stack trace, or loses what it acknowledged. A short slice runs with every build; an hour with
 * {@code mvn -Pfaults test -Dfaults.groups=chance} (src/docs/faults.md).
 */
package cn.citybrain.parking.onboarding.chance;
