/**
 * The part of the port about what a channel tells unasked: reading it, and answering in the channel's own way.
 * Values and one interface.
 */
@NamedInterface("callback")
package cn.citybrain.parking.onboarding.channel.callback;

import org.springframework.modulith.NamedInterface;
