package cn.citybrain.parking.onboarding.access.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Who does whose tasks today. One statement each. */
@NamedInterface("services")
@Component
public class StandIns {

    private final StandInTable table;
    private final Clock clock;

    StandIns(StandInTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** By the absent one's user id; whoever is not away has no entry. */
    public Map<String, StandIn> ofAbsent(Collection<String> userIds) {
        return userIds.isEmpty()
                ? Map.of()
                : table.absentOn(LocalDate.now(clock), userIds).stream()
                        .collect(Collectors.toMap(StandIn::absent, Function.identity(), (one, two) -> one));
    }

    /** Whose tasks somebody does today. */
    public List<StandIn> ofDeputy(String userId) {
        return table.doneOn(LocalDate.now(clock), userId);
    }

    /** Empty unless one does the other's tasks today. */
    public Optional<StandIn> between(String absent, String deputy) {
        return absent == null
                ? Optional.empty()
                : ofDeputy(deputy).stream()
                        .filter(standIn -> standIn.absent().equals(absent))
                        .findFirst();
    }

    public Optional<StandIn> byId(long id) {
        return table.find(id);
    }
}
