package cn.citybrain.parking.onboarding.audit.search;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import javax.sql.DataSource;

/**
 * Fills the tables with copies of real finished applications, their history included: other numbers, companies, lots, plates,
 * people and days, and else the same. On PostgreSQL. What a test's people did without being logged in has left no operation log:
 * each copied task gets a claim and a completion there, and one application in a hundred an incident and an operation in
 * Cockpit.
 */
final class CopiedHistory {

    private static final String INSTANCES =
            "(SELECT i.proc_inst_id_ FROM act_hi_procinst i WHERE i.business_key_ = '%1$s'"
                    + " OR i.business_key_ LIKE '%1$s-%%')";
    private static final String BINDINGS = "(SELECT b.id FROM lot_binding b WHERE b.application_no = '%1$s')";
    private static final String DEDUCTIONS = "(SELECT d.id FROM deduction d WHERE d.binding_id IN " + BINDINGS + ")";
    private static final String BILLS = "(SELECT c.bill_id FROM record_check c WHERE c.binding_id IN " + BINDINGS + ")";
    private static final String STAYS = "(SELECT q.lot_code, q.uid FROM bill q WHERE q.id IN " + BILLS + ")";

    private static final String MAILS = "x.dedupe_key LIKE '%%%1$s%%'";

    private static final Map<String, String> TABLES = tables();

    private final Connection connection;

    private CopiedHistory(Connection connection) {
        this.connection = connection;
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        for (String table : List.of(
                "procinst",
                "actinst",
                "taskinst",
                "varinst",
                "detail",
                "comment",
                "op_log",
                "incident",
                "ext_task_log")) {
            tables.put("act_hi_" + table, "x.proc_inst_id_ IN " + INSTANCES);
        }
        tables.put("act_hi_job_log", "x.process_instance_id_ IN " + INSTANCES);
        tables.put("act_hi_identitylink", "x.root_proc_inst_id_ IN " + INSTANCES);
        tables.put("application", "x.no = '%1$s'");
        for (String table : List.of(
                "application_revision",
                "revision_paper",
                "field_remark",
                "review_decision",
                "value_reveal",
                "application_lot",
                "intended_lot",
                "appointment",
                "signing_result",
                "lane_device",
                "document",
                "receiving_account",
                "lot_binding",
                "channel_exchange")) {
            tables.put(table, "x.application_no = '%1$s'");
        }
        for (String table :
                List.of("test_vehicle", "channel_visit", "record_check", "diagnosis", "deduction", "lot_refusal")) {
            tables.put(table, "x.binding_id IN " + BINDINGS);
        }
        tables.put("deduction_step", "x.deduction_id IN " + DEDUCTIONS);
        tables.put("refund", "x.deduction_id IN " + DEDUCTIONS);
        tables.put("bill", "x.id IN " + BILLS);
        tables.put("stay", "(x.lot_code, x.uid) IN " + STAYS);
        tables.put("photo", "(x.lot_code, x.uid) IN " + STAYS);
        tables.put("lot_message", "x.bill_id IN " + BILLS);
        tables.put("channel_message", "x.subject = '%1$s'");
        tables.put("mail", MAILS);
        tables.put("mail_attempt", "x.mail_id IN (SELECT x.id FROM mail x WHERE " + MAILS + ")");
        return tables;
    }

    /** @param wanted how many times each application is copied, by its number */
    static void make(DataSource database, Map<String, Integer> wanted) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            new CopiedHistory(connection).make(wanted);
        }
    }

    private void make(Map<String, Integer> wanted) throws SQLException {
        run("SET statement_timeout = 0");
        run("SET maintenance_work_mem = '512MB'");
        run("SET session_replication_role = replica"); // foreign keys are not looked up row by row
        city();
        List<String> numbers = List.copyOf(wanted.keySet());
        for (String number : numbers) {
            setAside(number, numbers.indexOf(number));
        }
        List<String> indexes = dropIndexes();
        for (String number : numbers) {
            copy(new CopiedColumns(number, numbers.indexOf(number), numbers.size()), wanted.get(number));
        }
        logged();
        for (String index : indexes) {
            run(index);
        }
        run("SET session_replication_role = DEFAULT");
        run("VACUUM ANALYZE");
    }

    private void city() throws SQLException {
        run("INSERT INTO merchant (id, tenant_id, name, uscc, contact_email) SELECT %1$d + n, 'city' || n,"
                        .formatted(CopiedColumns.CITY)
                + " '杭州城市停车' || n || '有限公司', 'CITY' || lpad(n::text, 14, '0'), 'office@example.com'"
                + " FROM generate_series(0, %d) g(n)".formatted(CopiedColumns.COMPANIES - 1));
        run(
                "INSERT INTO parking_lot (id, code, name, address, space_count, merchant_id) SELECT %1$d + n, 'CITY' || lpad(n::text, 6, '0'),"
                                .formatted(CopiedColumns.CITY)
                        + " '城市停车场' || n, '文三路', 100, %d + n %% %d FROM generate_series(0, %d) g(n)"
                                .formatted(CopiedColumns.CITY, CopiedColumns.COMPANIES, CopiedColumns.LOTS - 1));
        for (String role : List.of("operator", "reviewer", "vendor", "supervisor", "supervisor2")) {
            String people = " FROM generate_series(0, %d) g(n)".formatted(CopiedColumns.COLLEAGUES - 1);
            run("INSERT INTO act_id_user (id_, rev_, first_, last_) SELECT '" + role + "-test-' || n, 1, '压测', '" + role
                    + "' || n" + people);
            run("INSERT INTO account (user_id, id_key, state, created_at, version) SELECT '" + role + "-test-' || n, '"
                    + role + "-test-' || n, 'ACTIVE', now(), 0" + people);
        }
    }

    /** What makes them again: to build an index once is much faster than row by row. */
    private List<String> dropIndexes() throws SQLException {
        List<String> again = new ArrayList<>();
        for (String table : TABLES.keySet()) {
            for (List<String> index : rows(
                    "SELECT i.indexname, i.indexdef FROM pg_indexes i WHERE i.schemaname = current_schema() AND i.tablename = '"
                            + table
                            + "' AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)")) {
                run("DROP INDEX " + index.get(0));
                again.add(index.get(1));
            }
        }
        return again;
    }

    /** While the indexes are there, and the tables are small. */
    private void setAside(String number, int place) throws SQLException {
        for (Map.Entry<String, String> table : TABLES.entrySet()) {
            if (!columns(table.getKey()).isEmpty()) {
                run("CREATE TEMP TABLE " + aside(table.getKey(), place) + " AS SELECT * FROM " + table.getKey()
                        + " x WHERE " + table.getValue().formatted(number));
            }
        }
    }

    private static String aside(String table, int place) {
        return "original_" + place + "_" + table;
    }

    /** Names and types; none of a table that there is not. */
    private List<List<String>> columns(String table) throws SQLException {
        return rows("SELECT column_name, data_type FROM information_schema.columns"
                + " WHERE table_schema = current_schema() AND table_name = '" + table + "'");
    }

    private void copy(CopiedColumns copied, int times) throws SQLException {
        for (String table : TABLES.keySet()) {
            List<List<String>> columns = columns(table);
            if (columns.isEmpty()) {
                continue;
            }
            StringJoiner names = new StringJoiner(", ");
            StringJoiner values = new StringJoiner(", ");
            for (List<String> column : columns) {
                names.add(column.get(0));
                values.add(copied.expression(table, column.get(0), column.get(1)));
            }
            run("INSERT INTO " + table + " (" + names + ") SELECT " + values + " FROM " + aside(table, copied.place())
                    + " x, generate_series(1, " + times + ") g(n)");
        }
    }

    private void logged() throws SQLException {
        for (String operation : List.of("Claim", "Complete")) {
            run("INSERT INTO act_hi_op_log (id_, proc_def_id_, proc_def_key_, root_proc_inst_id_, proc_inst_id_,"
                    + " execution_id_, task_id_, user_id_, timestamp_, operation_type_, operation_id_, entity_type_, tenant_id_,"
                    + " category_) SELECT '" + operation
                    + "' || t.id_, t.proc_def_id_, t.proc_def_key_, t.root_proc_inst_id_,"
                    + " t.proc_inst_id_, t.execution_id_, t.id_, t.assignee_, t.start_time_, '" + operation + "', '"
                    + operation + "' || t.id_, 'Task', t.tenant_id_, 'TaskWorker' FROM act_hi_taskinst t"
                    + " WHERE t.assignee_ IS NOT NULL AND t.id_ LIKE " + CopiedColumns.COPIED);
        }
        String rare = " FROM act_hi_procinst p WHERE p.id_ LIKE " + CopiedColumns.COPIED
                + " AND p.super_process_instance_id_ IS NULL"
                + " AND p.business_key_ LIKE '%77'";
        run(
                "INSERT INTO act_hi_incident (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, create_time_,"
                        + " end_time_, incident_type_, incident_state_) SELECT 'i' || p.id_, p.proc_def_key_, p.proc_def_id_,"
                        + " p.root_proc_inst_id_, p.proc_inst_id_, p.start_time_, p.end_time_, 'failedJob', 1" + rare);
        run("INSERT INTO act_hi_op_log (id_, proc_inst_id_, root_proc_inst_id_, user_id_, timestamp_, operation_type_,"
                + " operation_id_, entity_type_, category_) SELECT 'o' || p.id_, p.proc_inst_id_, p.root_proc_inst_id_, 'admin',"
                + " p.start_time_, 'SetJobRetries', 'o' || p.id_, 'Job', 'Operator'" + rare);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " in " + sql, e);
        }
    }

    private List<List<String>> rows(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(List.of(result.getString(1), result.getString(2)));
            }
        }
        return rows;
    }
}
