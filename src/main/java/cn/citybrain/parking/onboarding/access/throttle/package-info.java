/**
 * Slows down whoever guesses passwords, on all nodes together, without locking anybody out of their own account. Knows no
 * accounts: an id that nobody has counts like any other.
 */
package cn.citybrain.parking.onboarding.access.throttle;
