package cn.citybrain.parking.onboarding.watch.meter;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import java.util.Arrays;
import java.util.List;

/**
 * What is counted: one statement, one label with few values, one or more columns, each a gauge of its own. No statement has
 * anything of a person, a lot or an application in it.
 *
 * @param name of the gauges, completed by that of each column
 * @param label what the rows are told apart by
 * @param values of the label that are always there, at zero where there is no row; others are there while there are rows
 * @param columns what the statement counts, beside the column {@code label}
 * @param sql with {@code :now} and {@code :engine_now}, the same moment as the engine writes it
 */
record Counted(String name, String label, List<String> values, List<Column> columns, String sql) {

    /**
     * @param column of the statement
     * @param suffix of the gauge's name
     * @param unit null for a mere number
     */
    record Column(String column, String suffix, String unit, String description) {}

    private static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::code).toList();

    static final List<Counted> ALL = List.of(
            new Counted(
                    "onboarding.tasks",
                    "role",
                    List.of(
                            Role.LOT_OPERATOR.group(),
                            Role.LOT_VENDOR.group(),
                            Role.OPS_REVIEWER.group(),
                            Role.OPS_SUPERVISOR.group()),
                    List.of(
                            new Column("number", "open", null, "open tasks of a role"),
                            new Column("overdue", "overdue", null, "open tasks past their due date")),
                    "SELECT CASE WHEN candidate_group LIKE 'vendor-%' THEN 'lot-vendor' ELSE COALESCE(candidate_group,"
                            + " 'person') END AS label, count(*) AS number,"
                            + " sum(CASE WHEN due_at < :now THEN 1 ELSE 0 END) AS overdue FROM open_task"
                            + " GROUP BY CASE WHEN candidate_group LIKE 'vendor-%' THEN 'lot-vendor' ELSE"
                            + " COALESCE(candidate_group, 'person') END"),
            new Counted(
                    "onboarding.external.tasks",
                    "topic",
                    List.of(),
                    List.of(
                            new Column("number", "waiting", null, "external tasks that wait to be worked"),
                            new Column("failed", "failed", null, "external tasks without attempts left"),
                            new Column("oldest", "oldest", "seconds", "how long the oldest one waits")),
                    "SELECT TOPIC_NAME_ AS label, sum(CASE WHEN COALESCE(RETRIES_, 1) > 0 THEN 1 ELSE 0 END) AS"
                            + " number, sum(CASE WHEN RETRIES_ = 0 THEN 1 ELSE 0 END) AS failed, COALESCE(max(CASE WHEN"
                            + " COALESCE(RETRIES_, 1) > 0 THEN EXTRACT(EPOCH FROM CAST(:engine_now AS TIMESTAMP)) -"
                            + " EXTRACT(EPOCH FROM CREATE_TIME_) ELSE 0 END), 0) AS oldest FROM ACT_RU_EXT_TASK GROUP BY"
                            + " TOPIC_NAME_"),
            new Counted(
                    "onboarding.answers",
                    "channel",
                    CHANNELS,
                    List.of(
                            new Column("number", "awaited", null, "words that a channel owes"),
                            new Column("due", "due", null, "of those, the ones to ask for now"),
                            new Column("overdue", "overdue", null, "of those, the ones past their expected date")),
                    "SELECT channel AS label, count(*) AS number,"
                            + " sum(CASE WHEN next_ask_at <= :now THEN 1 ELSE 0 END) AS due,"
                            + " sum(CASE WHEN expected_at < :now THEN 1 ELSE 0 END) AS overdue"
                            + " FROM awaited_answer GROUP BY channel"),
            new Counted(
                    "onboarding.mails",
                    "state",
                    List.of("WAITING", "FAILED"),
                    List.of(
                            new Column("number", "kept", null, "mails that wait, and those that nobody got"),
                            new Column("oldest", "oldest", "seconds", "age of the oldest of them")),
                    "SELECT CASE state WHEN 'SECRET' THEN 'WAITING' ELSE state END AS label, count(*) AS number,"
                            + " max(EXTRACT(EPOCH FROM CAST(:now AS TIMESTAMP WITH TIME ZONE)) - EXTRACT(EPOCH FROM"
                            + " created_at)) AS oldest FROM mail WHERE state IN ('WAITING', 'SECRET', 'FAILED') GROUP BY"
                            + " CASE state WHEN 'SECRET' THEN 'WAITING' ELSE state END"),
            new Counted(
                    "onboarding.deductions",
                    "state",
                    Arrays.stream(DeductionState.values()).map(Enum::name).toList(),
                    List.of(new Column("number", "kept", null, "test deductions by state")),
                    "SELECT state AS label, count(*) AS number FROM deduction GROUP BY state"),
            new Counted(
                    "onboarding.records",
                    "verdict",
                    List.of("passed", "failed"),
                    List.of(new Column("number", "checked", null, "records of vehicles by what their check said")),
                    "SELECT CASE WHEN passed THEN 'passed' ELSE 'failed' END AS label, count(*) AS number"
                            + " FROM record_check GROUP BY passed"),
            new Counted(
                    "onboarding.lots",
                    "channel",
                    CHANNELS,
                    List.of(
                            new Column("live", "live", null, "lots that are live at a channel"),
                            new Column("connecting", "connecting", null, "lots on their way there")),
                    "SELECT channel AS label, sum(CASE WHEN state = 'LIVE' THEN 1 ELSE 0 END) AS live,"
                            + " sum(CASE WHEN state IN ('CONFIGURED', 'REGISTERED', 'TESTING') THEN 1 ELSE 0 END)"
                            + " AS connecting FROM lot_binding GROUP BY channel"),
            new Counted(
                    "onboarding.lot.messages",
                    "topic",
                    List.of(),
                    List.of(new Column("number", "open", null, "messages that still go out to lots")),
                    "SELECT topic AS label, count(*) AS number FROM lot_message WHERE next_delivery_at IS NOT NULL"
                            + " GROUP BY topic"),
            new Counted(
                    "onboarding.incidents",
                    "type",
                    List.of("failedJob", "failedExternalTask"),
                    List.of(new Column("number", "open", null, "incidents that nobody has resolved")),
                    "SELECT INCIDENT_TYPE_ AS label, count(*) AS number FROM ACT_RU_INCIDENT GROUP BY INCIDENT_TYPE_"));
}
