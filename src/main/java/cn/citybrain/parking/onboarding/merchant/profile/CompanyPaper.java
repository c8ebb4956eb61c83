package cn.citybrain.parking.onboarding.merchant.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A paper of a company, by reference to its stored bytes.
 *
 * @param place what it is
 * @param about name of the lot that it shows, empty for a paper of the company
 * @param validUntil last day on which it holds, empty if it does not end
 */
public record CompanyPaper(
        String place,
        String about,
        String documentId,
        Optional<LocalDate> validUntil,
        String addedBy,
        Instant addedAt) {

    public boolean isExpired(LocalDate today) {
        return validUntil.filter(end -> end.isBefore(today)).isPresent();
    }
}
