/**
 * The calls of a lot one by one as they arrived, for whoever connects it, and who opened one. Knows records by
 * name; forgets after a while.
 */
package cn.citybrain.parking.onboarding.parking.trace;
