package cn.citybrain.parking.onboarding.deduction;

import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.Stay;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A test vehicle's payment request that is there while its record is not checked yet.
 *
 * @param since when the payment request reached us
 * @param lacks what has not arrived, in Chinese; empty while the complete record is about to be checked
 * @param until when the record is checked as it is
 */
public record AwaitedRecord(Instant since, List<String> lacks, Instant until) {

    public static AwaitedRecord of(Bill bill, Stay stay, Instant until) {
        return new AwaitedRecord(bill.receivedAt(), lacks(stay), until);
    }

    private static List<String> lacks(Stay stay) {
        if (stay == null) {
            return List.of("入场记录", "出场记录", "入场照片", "出场照片");
        }
        return Stream.of(
                        stay.enteredAt() == null ? "入场记录" : "",
                        stay.leftAt() == null ? "出场记录" : "",
                        stay.entryPhoto() ? "" : "入场照片",
                        stay.exitPhoto() ? "" : "出场照片")
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
