package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Sought;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.util.Map;

/**
 * What the search box finds open tasks and awaited answers by: the application's number, the company, the channel, the step,
 * the code or name of a lot, a test vehicle's plate. Names are looked through once, not with each task, so that a company or
 * lot that is renamed is found by its new name at once.
 */
final class SearchBox {

    private static final String LOT = "(lower(l.code) LIKE :word ESCAPE '!' OR lower(l.name) LIKE :word ESCAPE '!')";

    /** {@code #} is the task or wait, {@code §} where its company stands. What is about a single lot is found by that lot alone. */
    private static final String WORD = "lower(#.application_no) LIKE :word ESCAPE '!' OR #.channel IN (:channels)"
            + " OR §.tenant_id IN (SELECT m.tenant_id FROM merchant m WHERE lower(m.name) LIKE :word ESCAPE '!'"
            + " OR lower(m.uscc) LIKE :word ESCAPE '!')"
            + " OR #.binding_id IN (SELECT b.id FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id WHERE " + LOT
            + ")"
            + " OR (#.binding_id IS NULL AND #.application_no IN ("
            + "SELECT b.application_no FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id WHERE " + LOT
            + " UNION ALL SELECT i.application_no FROM intended_lot i JOIN parking_lot l ON l.code = i.lot_code WHERE "
            + LOT
            + " UNION ALL SELECT c.application_no FROM application_lot c JOIN parking_lot l ON l.code = c.lot_code"
            + " WHERE "
            + LOT + "))";

    private static final String STEP = " OR lower(t.name) LIKE :word ESCAPE '!'";

    private static final String WAITING_STEP = " OR w.definition_id || '/' || w.element_id IN (:steps)";

    private static final String PLATED =
            "#.binding_id IN (SELECT v.binding_id FROM test_vehicle v WHERE v.plate_no LIKE :plate ESCAPE '!')";

    private final Sought sought;

    SearchBox(Wanted wanted) {
        this(wanted, Map.of());
    }

    /** @param steps what the awaited steps are called, each by its {@code definition id/element id} */
    SearchBox(Wanted wanted, Map<String, String> steps) {
        this.sought = new Sought(wanted, Channel.names()).named("steps", steps);
    }

    /** Of open tasks {@code t}: begins with AND, or is empty. */
    String tasks() {
        return sought.sql(WORD + STEP, PLATED).replace('#', 't').replace('§', 't');
    }

    /** As {@link #tasks} of waits {@code w} for applications {@code a}; their steps' names are the models'. */
    String waits() {
        return sought.sql(WORD + WAITING_STEP, PLATED).replace('#', 'w').replace('§', 'a');
    }

    Map<String, Object> values() {
        return sought.values();
    }
}
