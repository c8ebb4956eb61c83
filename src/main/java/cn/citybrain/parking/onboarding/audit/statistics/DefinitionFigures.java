package cn.citybrain.parking.onboarding.audit.statistics;

import cn.citybrain.parking.onboarding.figures.count.Party;
import java.time.Instant;
import java.util.List;

/**
 * What a process did. Durations in milliseconds, of what ended only; null where nothing did.
 *
 * @param version the one asked for, null for all together
 * @param definitionId the engine's id of the version whose diagram belongs to it: the one asked for, else the newest
 * @param at when it was counted
 * @param total of the versions asked for
 * @param versions each by itself, oldest first, whatever was asked for
 * @param elements in the order of the model, those that were never reached included, then those of older versions
 */
record DefinitionFigures(
        String key,
        String name,
        Integer version,
        String definitionId,
        Instant at,
        Instances total,
        List<OfVersion> versions,
        List<Element> elements) {

    /**
     * @param incidents that there ever were
     * @param openIncidents that are not resolved
     * @param shares what of their time was whose: the sum of its steps in an instance
     */
    record Instances(
            long finished,
            long running,
            long incidents,
            long openIncidents,
            Long medianMillis,
            Long p90Millis,
            List<Share> shares) {}

    /** @param party name of a {@link Party} */
    record Share(String party, String partyName, Long medianMillis, Long p90Millis) {}

    /** @param tag the model's own name of the version, empty without one */
    record OfVersion(int version, String definitionId, String tag, Instances instances) {}

    /**
     * @param type as the engine calls it: userTask, serviceTask, exclusiveGateway …
     * @param party name of the {@link Party} whose time it takes, null where it takes none
     * @param calls key of the process that it calls, null for none
     * @param outliers those that took far longer than others
     * @param versions each by itself, oldest first; empty where there is one
     */
    record Element(
            String id,
            String name,
            String type,
            String party,
            String partyName,
            String calls,
            Passes passes,
            Outliers outliers,
            List<PassesOfVersion> versions) {}

    /**
     * @param count how often it was begun
     * @param running of those, not left yet
     * @param failed incidents at it
     * @param cancelled left because something else went on
     */
    record Passes(
            long count,
            long running,
            long failed,
            long cancelled,
            Long medianMillis,
            Long p90Millis,
            Long longestMillis) {

        static final Passes NONE = new Passes(0, 0, 0, 0, null, null, null);
    }

    record PassesOfVersion(int version, Passes passes) {}

    /**
     * @param count how many there are
     * @param beyondMillis from which duration on a pass is one: the upper quartile and three times the distance of the quartiles, a minute at least
     * @param longest the longest of them
     */
    record Outliers(long count, Long beyondMillis, List<Outlier> longest) {

        static final Outliers NONE = new Outliers(0, null, List.of());
    }

    record Outlier(String applicationNo, String processInstanceId, Instant started, Instant ended, long millis) {}
}
