package cn.citybrain.parking.onboarding.process.standing;

import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.device.MoreDevicesStarted;
import cn.citybrain.parking.onboarding.process.standing.StandingRows.Instance;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each business key is about: an application as a whole, or a lot, which may have come back under the same key. */
final class Standing {

    private final Map<String, String> applications = new HashMap<>();
    private final Map<String, LotBinding> lotsByKey = new HashMap<>();
    private final Map<Long, LotBinding> lots;

    /** @param numbers of applications */
    Standing(Collection<String> numbers, Collection<LotBinding> lots) {
        for (String no : numbers) {
            applications.put(no, no);
            applications.put(MoreDevicesStarted.key(no), no);
        }
        this.lots = lots.stream().collect(Collectors.toMap(LotBinding::id, Function.identity(), (one, same) -> one));
        // the newest: what came before under the same key is over
        this.lots.values().stream()
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .forEach(lot -> lotsByKey.put(lot.applicationNo() + "-" + lot.lotCode(), lot));
    }

    Set<String> keys() {
        Set<String> keys = new HashSet<>(applications.keySet());
        keys.addAll(lotsByKey.keySet());
        return keys;
    }

    /** @param bindingId null where it is about the application as a whole */
    record Subject(String applicationNo, Long bindingId) {}

    /** Empty where it is about a lot that was not asked for. */
    Optional<Subject> of(Instance instance) {
        String no = applications.get(instance.key());
        if (no != null) {
            return Optional.of(new Subject(no, null));
        }
        LotBinding lot = instance.bindingId() == null ? lotsByKey.get(instance.key()) : lots.get(instance.bindingId());
        return Optional.ofNullable(lot).map(found -> new Subject(found.applicationNo(), found.id()));
    }
}
