package cn.citybrain.parking.onboarding.parking;

import java.time.Instant;

/**
 * A payment request (applyPayment) that was accepted into the tables.
 *
 * @param amount shouldPay in 分
 * @param consumedBy binding whose gate took it, null while nobody did
 */
public record Bill(
        long id,
        String lotCode,
        String uid,
        String billId,
        String plateNo,
        Integer plateColor,
        Instant arrivedAt,
        Instant leftAt,
        Instant billedAt,
        int amount,
        int payStatus,
        Instant receivedAt,
        Long consumedBy) {}
