/** An adapter is the composition of the port's parts; the registry knows one for each channel. Calls nobody itself. */
@NamedInterface("adapter")
package cn.citybrain.parking.onboarding.channel.adapter;

import org.springframework.modulith.NamedInterface;
