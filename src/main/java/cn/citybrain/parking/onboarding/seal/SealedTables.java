package cn.citybrain.parking.onboarding.seal;

import static cn.citybrain.parking.onboarding.seal.SealedTable.appended;
import static cn.citybrain.parking.onboarding.seal.SealedTable.changed;
import static cn.citybrain.parking.onboarding.seal.SealedTable.deleted;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every table whose rows are part of the story, ours and the engine's. A table of the database stands either here or, with
 * the reason, in {@link #NOT_STORY}, except what the engine runs by ({@code act_ru_}) and lets in ({@code act_id_}); what is written to those here is told to the chain by itself ({@code seal.fact}).
 */
public final class SealedTables {

    private static final List<SealedTable> OURS = List.of(
            changed("merchant", "id"),
            changed("parking_lot", "id"),
            changed("vendor", "group_id"),
            changed("vendor_assignment", "id"),
            deleted("vendor_plan", "lot_id"),
            changed("receiving_account", "id"),
            changed("lot_binding", "id"),
            appended("lot_refusal", "id"),
            appended("task_handover", "id"),
            changed("stand_in", "id"),
            changed("company_profile", "merchant_id"),
            deleted("company_value", "merchant_id", "account_no", "place"),
            deleted("company_paper", "merchant_id", "place", "about"),
            appended("master_change", "id"),
            deleted("import_file", "id"),
            changed("application", "id"),
            deleted("application_paper", "application_no", "field_key"),
            deleted("application_lot", "application_no", "list_position"),
            deleted("intended_lot", "application_no", "list_position"),
            appended("application_revision", "application_no", "revision"),
            appended("revision_paper", "application_no", "revision", "field_key"),
            appended("field_remark", "id"),
            appended("opened_field", "id"),
            changed("review_decision", "id"),
            appended("value_reveal", "id"),
            appended("request_look", "id"),
            appended("lot_look", "id"),
            changed("audit_look", "id"),
            appended("removal", "id"),
            appended("removed_row", "table_name", "row_key", "removal_id"),
            appended("appointment", "id"),
            deleted("signing_result", "id"),
            deleted("lane_device", "id"),
            deleted("document", "id"),
            changed("channel_message", "id"),
            changed("channel_exchange", "id"),
            changed("channel_reference", "channel", "subject", "name"),
            changed("access_key", "id"),
            appended("lot_record", "id"),
            appended("record_conflict", "id"),
            changed("stay", "id"),
            appended("photo", "id"),
            changed("bill", "id"),
            appended("pay_claim", "id"),
            changed("lot_message", "id").without("claimed_by", "claimed_until", "next_delivery_at"),
            changed("test_vehicle", "id"),
            changed("channel_visit", "id"),
            appended("record_check", "id"),
            appended("diagnosis", "id"),
            changed("deduction", "id").without("version", "queries", "next_query_at"),
            appended("deduction_step", "id"),
            changed("refund", "id").without("queries", "next_query_at"),
            appended("sent_request", "id"),
            changed("mail", "id").without("attempts", "next_attempt_at", "claimed_until"),
            appended("mail_attempt", "id"),
            appended("holiday_announcement", "id"),
            deleted("overdue_step", "step_id"),
            changed("account", "user_id").without("last_login_at"),
            deleted("account_group", "user_id", "group_id"),
            deleted("account_company", "user_id", "tenant_id"),
            changed("account_identity", "identity"),
            changed("restored_backup", "id"),
            changed("installation", "id"));

    /** The engine's, each with the key {@code id_}. */
    private static final List<SealedTable> ENGINES = Stream.of(
                    "procinst",
                    "actinst",
                    "taskinst",
                    "varinst",
                    "detail",
                    "identitylink",
                    "comment",
                    "attachment",
                    "incident",
                    "ext_task_log",
                    "op_log",
                    "decinst",
                    "dec_in",
                    "dec_out",
                    "caseinst",
                    "caseactinst")
            .map(name -> changed("act_hi_" + name, "id_").without("removal_time_"))
            .toList();

    /** The engine's that it clears by itself: logs of its own jobs and batches are among them. */
    private static final List<SealedTable> CLEARED = Stream.of("job_log", "batch")
            .map(name -> deleted("act_hi_" + name, "id_").without("removal_time_"))
            .toList();

    /** Who people are, as the engine and its applications show it; without what a login writes. */
    private static final SealedTable PEOPLE = deleted("act_id_user", "id_")
            .without("rev_", "pwd_", "salt_", "lock_exp_time_", "attempts_", "picture_id_");

    /** What is no part of the story: work that is under way, counters, sessions, secrets, and the seal's own tables. */
    public static final Set<String> NOT_STORY = Set.of(
            "flyway_schema_history",
            // queues and counters
            "application_number",
            "awaited_answer",
            "beginning",
            "event_publication",
            "holiday_task",
            "import_row",
            "lot_traffic",
            // each call of a lot for a month: what was taken is in lot_record
            "lot_call",
            "visit_turn",
            // open tasks, as the engine's tables of work under way have them
            "open_task",
            // pictures made of papers, which are sealed: each can be made again, and is encrypted for its place
            "document_page",
            // newest description of a lot: what it was made from is in lot_record
            "parking_info",
            "parking_state",
            // sessions, attempts and secrets of logins
            "spring_session",
            "spring_session_attributes",
            "login_attempt",
            "known_client",
            "account_link",
            "reset_request",
            "reset_turn",
            "mqtt_user",
            // values and models that the engine keeps as bytes, in one table with those of work under way: not sealed,
            // see
            // decision 36
            "act_ge_bytearray",
            // the engine's counters and versions
            "act_ge_property",
            "act_ge_schema_log",
            // which models there are: what was done by them is in the history
            "act_re_camformdef",
            "act_re_case_def",
            "act_re_decision_def",
            "act_re_decision_req_def",
            "act_re_deployment",
            "act_re_procdef",
            // the chain itself
            "seal_fact",
            "seal_head",
            "seal_block",
            "seal_entry",
            "seal_layout",
            "seal_baseline",
            "seal_day");

    private static final Map<String, SealedTable> ALL = Stream.of(OURS, ENGINES, CLEARED, List.of(PEOPLE))
            .flatMap(List::stream)
            .collect(Collectors.toMap(SealedTable::name, table -> table, (a, b) -> a, LinkedHashMap::new));

    private SealedTables() {}

    public static Collection<SealedTable> all() {
        return ALL.values();
    }

    /** @param name in any case */
    public static Optional<SealedTable> named(String name) {
        return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT)));
    }
}
