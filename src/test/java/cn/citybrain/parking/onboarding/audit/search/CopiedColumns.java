package cn.citybrain.parking.onboarding.audit.search;

import java.util.Map;
import java.util.Set;

/**
 * What becomes of a column when a row {@code x} of an application is copied for the {@code n}-th time. SQL of PostgreSQL.
 *
 * @param number of the application that is copied
 * @param place of that application among those that are copied: the copies of all of them are numbered {@code n * of + place}
 */
record CopiedColumns(String number, int place, int of) {

    /** Companies and lots of the city that the copies are spread over; their ids begin here. */
    static final long CITY = 5_000_000L;

    static final int COMPANIES = 500;
    static final int LOTS = 10_000;

    /** People that do what one person did in the original. */
    static final int COLLEAGUES = 20;

    /** Larger than any id of an original. */
    private static final long STRIDE = 10_000_000L;

    /** What ids of the engine's copied rows are like. */
    static final String COPIED = "'%-00000000____'";

    /** Three years divided by some 15,000 copies. */
    private static final String EARLIER = "interval '105 minutes'";

    private static final Set<String> OF_ENGINE = Set.of(
            "id_",
            "proc_inst_id_",
            "process_instance_id_",
            "root_proc_inst_id_",
            "super_process_instance_id_",
            "call_proc_inst_id_",
            "execution_id_",
            "parent_act_inst_id_",
            "act_inst_id_",
            "task_id_",
            "var_inst_id_",
            "job_id_",
            "ext_task_id_",
            "operation_id_",
            "cause_incident_id_",
            "root_cause_incident_id_");

    private static final Set<String> ROW_IDS = Set.of(
            "id",
            "binding_id",
            "bill_id",
            "deduction_id",
            "consumed_by",
            "active_bill_id",
            "active_deduction_id",
            "account_id",
            "mail_id");

    private static final Set<String> NUMBERS = Set.of(
            "uid",
            "bill_no",
            "photo_id",
            "document_id",
            "visit_no",
            "out_trade_no",
            "out_refund_no",
            "transaction_no",
            "channel_refund_no",
            "request_id",
            "dedupe_key",
            "active_key",
            "notice_id");

    private static final Set<String> PLATES = Set.of("plate_no", "entry_plate", "exit_plate");

    private static final Set<String> PEOPLE = Set.of(
            "user_id_",
            "assignee_",
            "created_by",
            "submitted_by",
            "closed_by",
            "draft_saved_by",
            "decided_by",
            "recorded_by",
            "uploaded_by",
            "chosen_by",
            "registered_by",
            "requested_by",
            "approved_by",
            "actor",
            "author");

    private static final Map<String, String> PLACES = Map.of(
            "merchant_id", "(" + CITY + " + %s %% " + COMPANIES + ")",
            "tenant_id", "'city' || %s %% " + COMPANIES,
            "tenant_id_", "'city' || %s %% " + COMPANIES,
            "lot_id", "(" + CITY + " + %s %% " + LOTS + ")");

    /** @param type as PostgreSQL calls it */
    String expression(String table, String column, String type) {
        String all = "(n * " + of + " + " + place + ")";
        if (type.startsWith("timestamp")) {
            return "x." + column + " - n * " + EARLIER;
        }
        if (type.equals("bytea")) {
            return table.equals("document") || table.equals("photo") ? "'\\x01'::bytea" : "x." + column;
        }
        if (OF_ENGINE.contains(column)) {
            return engineId("x." + column);
        }
        if (ROW_IDS.contains(column) && type.equals("bigint")) {
            return "x." + column + " + (n + 1)::bigint * " + STRIDE;
        }
        if (NUMBERS.contains(column) || column.equals("id")) {
            return digest("x." + column);
        }
        if (PLATES.contains(column)) {
            return plate(all);
        }
        if (PEOPLE.contains(column)) {
            return "CASE WHEN x.%1$s LIKE '%%-test' THEN x.%1$s || '-' || %2$s %% %3$d ELSE x.%1$s END"
                    .formatted(column, all, COLLEAGUES);
        }
        if (PLACES.containsKey(column)) {
            return PLACES.get(column).formatted(all);
        }
        return switch (column) {
            case "no", "application_no" -> newNumber("x." + column);
            case "lot_code" -> lot(all);
            case "subject", "text_", "about" -> newNumber("x." + column);
            case "business_key_" ->
                "CASE WHEN x.business_key_ = '" + number + "' THEN " + newNumber("x.business_key_") + " ELSE "
                        + newNumber("'" + number + "'") + " || '-' || " + lot(all) + " END";
            default -> "x." + column;
        };
    }

    /** The engine's ids are made of the time and end with the machine, which is the same in all originals: the copy's number instead. */
    private static String engineId(String id) {
        return "left(" + id + ", length(" + id + ") - 12) || lpad(to_hex(n), 12, '0')";
    }

    /** The original's number stands in some texts, too. */
    private String newNumber(String text) {
        return "replace(" + text + ", '" + number + "', '" + number + "' || lpad(n::text, 6, '0'))";
    }

    private static String lot(String all) {
        return "'CITY' || lpad((" + all + " % " + LOTS + ")::text, 6, '0')";
    }

    /** 32 characters, as the shortest of these columns has. */
    static String digest(String text) {
        return "md5(" + text + " || ':' || n)";
    }

    static String plate(String all) {
        return "'浙A' || upper(lpad(to_hex(" + all + "), 5, '0'))";
    }
}
