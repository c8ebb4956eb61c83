package cn.citybrain.parking.onboarding.deduction;

import cn.citybrain.parking.onboarding.channel.charge.SentRequest;
import java.time.Instant;

/** A request that moved money, or may have, and when it was signed and about to leave. */
public record KeptRequest(SentRequest request, Instant at) {}
