/** The part of the port about vehicles: the owner's agreement, entry and exit. Values and one interface. */
@NamedInterface("vehicle")
package cn.citybrain.parking.onboarding.channel.vehicle;

import org.springframework.modulith.NamedInterface;
