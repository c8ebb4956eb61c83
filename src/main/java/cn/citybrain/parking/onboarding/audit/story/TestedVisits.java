package cn.citybrain.parking.onboarding.audit.story;

/** The visits that lots were tested with. */
public final class TestedVisits {

    /** A query for their {@code lot_code} and {@code uid}; of the tests of {@code :bindings}. */
    public static final String QUERY = "SELECT lot_code, uid FROM channel_visit WHERE binding_id IN (:bindings)"
            + " UNION SELECT lot_code, uid FROM deduction WHERE binding_id IN (:bindings)"
            + " UNION SELECT b.lot_code, b.uid FROM record_check c JOIN bill b ON b.id = c.bill_id"
            + " WHERE c.binding_id IN (:bindings)";

    private TestedVisits() {}
}
