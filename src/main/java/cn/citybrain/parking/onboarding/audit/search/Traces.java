package cn.citybrain.parking.onboarding.audit.search;

import cn.citybrain.parking.onboarding.access.Role;

/**
 * Rows that say something about applications.
 *
 * @param key column with an application's number, or with a business key of the engine's
 * @param from what follows FROM
 */
record Traces(String key, String from) {

    /** Those who are supervisors now. */
    static final String SUPERVISORS =
            "(SELECT g.user_id FROM account_group g WHERE g.group_id = '" + Role.OPS_SUPERVISOR.group() + "')";

    static final String BUSINESS_KEY = "p.BUSINESS_KEY_";

    /** A business key is the number, with {@code -} and the code of a lot (or {@code devices}) behind it where it is about one. */
    private static final String NUMBER = "CASE WHEN POSITION('-' IN p.BUSINESS_KEY_) > 0"
            + " THEN SUBSTRING(p.BUSINESS_KEY_ FROM 1 FOR POSITION('-' IN p.BUSINESS_KEY_) - 1) ELSE p.BUSINESS_KEY_ END";

    /** @param rows a table, how it belongs to the process instance {@code p}, and what must hold of it */
    static Traces ofEngine(String rows) {
        return new Traces(BUSINESS_KEY, "ACT_HI_PROCINST p JOIN " + rows);
    }

    /** @param rows a table, how it belongs to the binding {@code b}, and what must hold of it */
    static Traces ofBinding(String rows) {
        return new Traces("b.application_no", "lot_binding b JOIN " + rows);
    }

    /** @param rows a table, how it belongs to the deduction {@code d}, and what must hold of it */
    static Traces ofDeduction(String rows) {
        return ofBinding("deduction d ON d.binding_id = b.id JOIN " + rows);
    }

    /** A query for the numbers of all applications that have such rows, some of them more than once. */
    String numbers() {
        return "SELECT " + (key.equals(BUSINESS_KEY) ? NUMBER : key) + " FROM " + from;
    }

    /** A query for those of {@code :keys}, numbers and business keys, that have such rows. */
    String among(String name) {
        return "SELECT '" + name + "' AS name, " + key + " AS about FROM " + from
                + (from.contains(" WHERE ") ? " AND " : " WHERE ") + key + " IN (:keys)";
    }
}
