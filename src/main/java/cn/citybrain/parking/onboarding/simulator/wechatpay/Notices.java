package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Notifications: written down with what they tell about, delivered until the platform says "taken". */
@Component
class Notices {

    private static final String KIND = "wechatpay-notice";

    /** Repeated after 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h. */
    private static final List<Duration> REPEATS = Stream.of(
                    15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600)
            .map(Duration::ofSeconds)
            .toList();

    private final SimulatorStore store;
    private final Faults faults;
    private final NoticeSender sender;
    private final Seals seals;
    private final ObjectMapper json;
    private final Clock clock;

    Notices(SimulatorStore store, Faults faults, NoticeSender sender, Seals seals, ObjectMapper json, Clock clock) {
        this.store = store;
        this.faults = faults;
        this.sender = sender;
        this.seals = seals;
        this.json = json;
        this.clock = clock;
    }

    List<Notice> all() {
        return store.all(KIND, Notice.class);
    }

    /** In the caller's transaction. */
    void queue(String eventType, String notifyUrl, Map<String, Object> content) {
        String text = text(content);
        Optional<Fault> fault = faults.take(Operation.NOTIFY, Fault.Phase.NOTICE, text);
        boolean never = fault.isPresent() && fault.get().kind() == Fault.Kind.NOTICE_NEVER;
        Notice notice = new Notice(
                "EV-" + seals.random(32),
                eventType,
                notifyUrl,
                fault.map(planned -> text(altered(content, planned.kind()))).orElse(text),
                clock.instant(),
                0,
                never ? null : clock.instant(),
                "");
        store.put(KIND, notice.id(), notice);
        fault.ifPresent(planned -> store.put(KIND + "-fault", notice.id(), planned.kind()));
    }

    private static Map<String, Object> altered(Map<String, Object> content, Fault.Kind kind) {
        Map<String, Object> altered = new HashMap<>(content);
        switch (kind) {
            case NOTICE_OTHER_AMOUNT -> altered.computeIfPresent("amount", (key, amount) -> with(amount, "total", 1));
            case NOTICE_OTHER_PLATE -> alterScene(altered, "plate_number", "浙A00000");
            case NOTICE_OTHER_LOT -> alterScene(altered, "parking_name", "另一个停车场");
            case NOTICE_OTHER_ACCOUNT -> altered.put("sub_mchid", "1699999999");
            default -> {}
        }
        return altered;
    }

    private static void alterScene(Map<String, Object> content, String field, String value) {
        content.computeIfPresent(field, (key, old) -> value);
        content.computeIfPresent("parking_info", (key, scene) -> with(scene, field, value));
    }

    private static Map<String, Object> with(Object map, String field, Object value) {
        Map<String, Object> changed = new HashMap<>();
        ((Map<?, ?>) map).forEach((key, old) -> changed.put(key.toString(), old));
        changed.put(field, value);
        return changed;
    }

    /** Delivers what is due now; returns how many. */
    int deliverDue() {
        List<Notice> due = all().stream()
                .filter(notice -> notice.nextAt() != null && !notice.nextAt().isAfter(clock.instant()))
                .toList();
        due.forEach(this::deliver);
        return due.size();
    }

    Notice deliver(String id) {
        return deliver(store.find(KIND, id, Notice.class).orElseThrow(() -> new IllegalStateException("没有通知 " + id)));
    }

    private Notice deliver(Notice notice) {
        Fault.Kind fault =
                store.find(KIND + "-fault", notice.id(), Fault.Kind.class).orElse(null);
        NoticeSender.Result result = sender.send(notice, fault);
        if (fault == Fault.Kind.NOTICE_TWICE) {
            result = sender.send(notice, fault);
        }
        boolean again = !result.taken() && notice.attempts() < REPEATS.size();
        Notice tried =
                notice.tried(again ? clock.instant().plus(REPEATS.get(notice.attempts())) : null, result.words());
        store.put(KIND, notice.id(), tried);
        return tried;
    }

    private String text(Map<String, Object> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
