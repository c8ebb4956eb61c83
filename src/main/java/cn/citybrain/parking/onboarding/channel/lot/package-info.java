/** The part of the port about a lot: registering it and the channel's consent. Values and one interface. */
@NamedInterface("lot")
package cn.citybrain.parking.onboarding.channel.lot;

import org.springframework.modulith.NamedInterface;
