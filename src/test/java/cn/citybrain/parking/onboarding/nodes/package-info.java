/**
 * Several nodes of the product on one machine: JVMs, the HTTP proxy before them, and a program that starts it all for people
 * who want to see it ({@code mvn -Ptwo-nodes spring-boot:test-run}).
 */
package cn.citybrain.parking.onboarding.nodes;
