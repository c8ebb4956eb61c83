/**
 * When a running application will have its first lot live: what remained for others of its channel that stood at the same step
 * and got there. Says nothing where too few did.
 */
package cn.citybrain.parking.onboarding.figures.forecast;
