package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.application.WholeForm;
import cn.citybrain.parking.onboarding.audit.story.Header.Instance;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An application, and everything by which its rows are found. The collections of ids are never empty, so that they fit into
 * an {@code IN (…)}: where there is nothing they hold what no row has.
 *
 * @param tenant of its company
 * @param createdBy user id
 * @param closedBy user id, or code of the channel; null unless it was closed
 * @param bindings in the order in which they were bound
 * @param intended the lots that it was meant for
 * @param instances its processes and all that they called, by start
 * @param numbers every number that a channel knows something of it by: of application, bindings, visits, charges, refunds
 */
public record Subject(
        String no,
        String channel,
        String companyName,
        String companyUscc,
        String tenant,
        String state,
        String createdBy,
        Instant createdAt,
        Instant startedAt,
        String closedBy,
        Instant closedAt,
        String closingReason,
        String account,
        List<Bound> bindings,
        List<Meant> intended,
        List<Instance> instances,
        Set<String> numbers,
        WholeForm form) {

    private static final String NO_ID = "-";

    /** A lot that the application was bound to. */
    public record Bound(
            long id,
            String lotCode,
            String lotName,
            String state,
            String channelLotId,
            Instant configuredAt,
            Instant liveAt,
            Instant withdrawalRequestedAt,
            String withdrawalRequestedBy,
            String withdrawalReason,
            Instant withdrawnAt) {}

    /** A lot that the application was meant for. */
    public record Meant(String lotCode, String lotName) {}

    Subject with(List<Meant> lots, List<Instance> processes, Set<String> known) {
        return new Subject(
                no,
                channel,
                companyName,
                companyUscc,
                tenant,
                state,
                createdBy,
                createdAt,
                startedAt,
                closedBy,
                closedAt,
                closingReason,
                account,
                bindings,
                lots,
                processes,
                known,
                form);
    }

    public Set<Long> bindingIds() {
        return bindings.isEmpty()
                ? Set.of(-1L)
                : bindings.stream().map(Bound::id).collect(Collectors.toSet());
    }

    public Set<String> lotCodes() {
        return some(bindings.stream().map(Bound::lotCode).collect(Collectors.toSet()));
    }

    /** Of all its processes, in the engine's history. */
    public Set<String> instanceIds() {
        return some(instances.stream().map(Instance::id).collect(Collectors.toSet()));
    }

    public String lotOfBinding(long bindingId) {
        return bindings.stream()
                .filter(bound -> bound.id() == bindingId)
                .map(Bound::lotCode)
                .findFirst()
                .orElse("");
    }

    /** Empty for an instance that is about no single lot. */
    public String lotOfInstance(String instanceId) {
        return instances.stream()
                .filter(instance -> instance.id().equals(instanceId))
                .map(Instance::lotCode)
                .findFirst()
                .orElse("");
    }

    /** Chinese name of a field of the form. */
    public String label(String fieldKey) {
        return form.label(fieldKey);
    }

    /** The ids, or what no row has. */
    public static Set<String> some(Collection<String> ids) {
        return ids.isEmpty() ? Set.of(NO_ID) : Set.copyOf(ids);
    }
}
