package cn.citybrain.parking.onboarding.simulator.mail;

import java.time.Instant;

/** A mail that was handed to the catcher for one recipient. */
public record CaughtMail(String id, Instant receivedAt, String from, String to, String subject, String text) {}
