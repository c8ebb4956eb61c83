/**
 * What counting has in common, for auditors and for the overview: whose time a step takes, how durations are read, how long
 * figures are kept. Knows the models and the databases, and no figure.
 */
@NamedInterface("services")
package cn.citybrain.parking.onboarding.figures.count;

import org.springframework.modulith.NamedInterface;
