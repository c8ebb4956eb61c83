/**
 * The platform in a JVM of its own, killed with {@code kill -9} at the moments that could cost money, and started again. A
 * package of tests only: the product has no place where it can be told to die.
 */
package cn.citybrain.parking.onboarding.crash;
