package cn.citybrain.parking.onboarding.application;

import java.time.Instant;

/** A date to sign on site is set: proposed, agreed on or moved. Published within the transaction that keeps it. */
public record VisitAhead(String applicationNo, Instant visitAt) {}
