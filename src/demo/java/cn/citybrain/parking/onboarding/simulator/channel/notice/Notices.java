package cn.citybrain.parking.onboarding.simulator.channel.notice;

import cn.citybrain.parking.onboarding.simulator.JsonText;
import cn.citybrain.parking.onboarding.simulator.PlatformAddress;
import cn.citybrain.parking.onboarding.simulator.channel.book.Book;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Faults;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Notifications of one channel: written down with what they tell about, delivered until the platform takes them. */
public final class Notices {

    private final Book<Notice> book;
    private final Faults faults;
    private final NoticeWire wire;
    private final NoticeSender sender;
    private final JsonText json;
    private final Clock clock;

    public Notices(
            Book<Notice> book, Faults faults, NoticeWire wire, PlatformAddress platform, JsonText json, Clock clock) {
        this.book = book;
        this.faults = faults;
        this.wire = wire;
        this.sender = new NoticeSender(platform, wire);
        this.json = json;
        this.clock = clock;
    }

    /** Oldest first. */
    public List<Notice> all() {
        return book.all();
    }

    /**
     * Writes a notification down, in the caller's transaction.
     *
     * @param notifyUrl where the platform wants it; empty = it wants none
     * @param content what it tells
     */
    public void queue(String eventType, String notifyUrl, Map<String, Object> content) {
        if (notifyUrl == null || notifyUrl.isBlank()) {
            return;
        }
        String text = json.of(content);
        Optional<Fault.Kind> fault =
                faults.take(Operation.Role.NOTIFY, Fault.Phase.NOTICE, text).map(Fault::kind);
        boolean never = fault.filter(Fault.Kind.NOTICE_NEVER::equals).isPresent();
        Notice notice = new Notice(
                "EV-" + Numbers.letters(32),
                eventType,
                notifyUrl,
                fault.map(kind -> json.of(with(content, wire.other(kind)))).orElse(text),
                fault.orElse(null),
                clock.instant(),
                0,
                never ? null : clock.instant(),
                "",
                false);
        book.put(notice.id(), notice);
    }

    /** The content with other values in the named fields, at whatever depth. */
    private static Map<String, Object> with(Map<?, ?> content, Map<String, Object> others) {
        Map<String, Object> changed = new LinkedHashMap<>();
        content.forEach((key, value) -> {
            Object kept = value instanceof Map<?, ?> inner ? with(inner, others) : value;
            changed.put(key.toString(), others.getOrDefault(key.toString(), kept));
        });
        return changed;
    }

    /** Delivers what is due now; returns how many. */
    public int deliverDue() {
        List<Notice> due = all().stream()
                .filter(notice -> notice.nextAt() != null && !notice.nextAt().isAfter(clock.instant()))
                .toList();
        due.forEach(this::deliver);
        return due.size();
    }

    /** Delivers one notification now, whether due, held back or long delivered. */
    public Notice deliver(String id) {
        return deliver(book.find(id).orElseThrow(() -> new NoSuchElementException("没有通知 " + id)));
    }

    private Notice deliver(Notice notice) {
        NoticeSender.Result result = sender.send(notice);
        if (notice.fault() == Fault.Kind.NOTICE_TWICE) {
            result = sender.send(notice);
        }
        List<Duration> repeats = wire.repeats();
        boolean again = !result.taken() && notice.attempts() < repeats.size();
        Instant next = again ? clock.instant().plus(repeats.get(notice.attempts())) : null;
        String words = result.words();
        boolean taken = result.taken();
        return book.update(notice.id(), known -> known.tried(next, words, taken))
                .orElseThrow();
    }
}
