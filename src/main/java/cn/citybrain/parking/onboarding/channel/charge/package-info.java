/** The part of the port that moves money: deduction and refund, each with its query. Values and one interface. */
@NamedInterface("charge")
package cn.citybrain.parking.onboarding.channel.charge;

import org.springframework.modulith.NamedInterface;
