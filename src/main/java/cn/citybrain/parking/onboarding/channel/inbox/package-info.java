/**
 * The inbox of callbacks: verified by the adapter, kept once, told to the others as events. Knows adapters only by
 * the port.
 */
@NamedInterface("inbox")
package cn.citybrain.parking.onboarding.channel.inbox;

import org.springframework.modulith.NamedInterface;
