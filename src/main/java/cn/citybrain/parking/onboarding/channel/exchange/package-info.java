/** What every channel was asked and told, and what it answered: written down around the calls, for those who tell the story later. Knows the port's values and nobody who calls. */
@NamedInterface("exchange")
package cn.citybrain.parking.onboarding.channel.exchange;

import org.springframework.modulith.NamedInterface;
