package cn.citybrain.parking.onboarding.masterdata.importing;

import cn.citybrain.parking.onboarding.masterdata.register.ImportKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A file that was uploaded.
 *
 * @param counts how many rows there are of each verdict
 * @param version of the comparison
 * @param takenBy null until it is taken
 */
record ImportedFile(
        String id,
        ImportKind kind,
        String fileName,
        String uploadedBy,
        Instant uploadedAt,
        List<String> notes,
        Map<Verdict, Integer> counts,
        long version,
        String takenBy,
        Instant takenAt) {

    boolean taken() {
        return takenAt != null;
    }

    int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    int rows() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
