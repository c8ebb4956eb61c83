package cn.citybrain.parking.onboarding.audit.look;

import cn.citybrain.parking.onboarding.audit.Unclear;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Person;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What of a timeline somebody wants to see.
 *
 * @param kinds none for all
 * @param lot its code, empty for all
 * @param who found in a person's id, name or role; empty for all, also for what no person did
 * @param from the first moment, null for the beginning
 * @param to the moment after the last, null for the end
 */
record TimelineFilter(Set<Kind> kinds, String lot, String who, Instant from, Instant to) {

    /** Most entries on a page. */
    static final int MOST = 500;

    TimelineFilter {
        lot = Typed.code(lot);
        who = Typed.search(who).toLowerCase(Locale.ROOT);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new Unclear("to", "结束时间不晚于开始时间，请重新选择时间段");
        }
    }

    /** @param page from 1 */
    Page<Entry> page(List<Entry> all, int page, int size) {
        if (page < 1) {
            throw new Unclear("page", "页码 page 应从 1 开始");
        }
        if (size < 1 || size > MOST) {
            throw new Unclear("size", "每页条数 size 应为 1 至 " + MOST);
        }
        List<Entry> found = all.stream().filter(this::wants).toList();
        List<Entry> shown = found.stream().skip((page - 1L) * size).limit(size).toList();
        return new Page<>(shown, found.size(), page, size);
    }

    private boolean wants(Entry entry) {
        return (kinds.isEmpty() || kinds.contains(entry.kind()))
                && (lot.isEmpty() || lot.equals(entry.lotCode()))
                && (who.isEmpty() || isBy(entry.person()))
                && (from == null || !entry.at().isBefore(from))
                && (to == null || entry.at().isBefore(to));
    }

    private boolean isBy(Person person) {
        if (person == null) {
            return false;
        }
        return person.id().toLowerCase(Locale.ROOT).contains(who)
                || person.name().toLowerCase(Locale.ROOT).contains(who)
                || person.role().toLowerCase(Locale.ROOT).contains(who);
    }
}
