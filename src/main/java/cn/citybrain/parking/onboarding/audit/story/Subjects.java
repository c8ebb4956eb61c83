package cn.citybrain.parking.onboarding.audit.story;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.WholeForm;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.view.WholeForms;
import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import cn.citybrain.parking.onboarding.audit.story.Header.Instance;
import cn.citybrain.parking.onboarding.audit.story.Subject.Bound;
import cn.citybrain.parking.onboarding.audit.story.Subject.Meant;
import cn.citybrain.parking.onboarding.sql.EngineTime;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what the story of an application is read by. */
@Component
public class Subjects {

    private final JdbcClient jdbc;
    private final Applications applications;
    private final WholeForms forms;

    Subjects(JdbcClient jdbc, Applications applications, WholeForms forms) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.forms = forms;
    }

    /** @throws NotOnRecord if there is no such application, or none that has begun: drafts are their company's own */
    @Transactional(readOnly = true)
    public Subject of(String no) {
        Application application = applications
                .find(no)
                .filter(found -> found.state() != ApplicationState.DRAFT)
                .orElseThrow(() -> new NotOnRecord("没有申请 " + no + "，请检查申请编号"));
        List<Bound> bindings = bindings(no);
        WholeForm form = forms.of(application);
        return jdbc.sql("SELECT a.*, m.name, m.uscc, r.channel_account FROM application a"
                        + " JOIN merchant m ON m.id = a.merchant_id"
                        + " LEFT JOIN receiving_account r ON r.application_no = a.no WHERE a.no = ?")
                .param(no)
                .query((row, n) -> new Subject(
                        no,
                        row.getString("channel"),
                        row.getString("name"),
                        row.getString("uscc"),
                        row.getString("tenant_id"),
                        row.getString("state"),
                        row.getString("created_by"),
                        SqlTime.read(row, "created_at"),
                        SqlTime.read(row, "started_at"),
                        row.getString("closed_by"),
                        SqlTime.read(row, "closed_at"),
                        row.getString("closing_reason"),
                        row.getString("channel_account"),
                        bindings,
                        List.of(),
                        List.of(),
                        Set.of(),
                        form))
                .single()
                .with(intended(no), instances(no, bindings), numbers(no, bindings));
    }

    private List<Bound> bindings(String no) {
        return jdbc.sql("SELECT b.*, l.code, l.name FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id"
                        + " WHERE b.application_no = ? ORDER BY b.list_position")
                .param(no)
                .query(Subjects::bound)
                .list();
    }

    private static Bound bound(ResultSet row, int n) throws SQLException {
        return new Bound(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("state"),
                row.getString("channel_lot_id"),
                SqlTime.read(row, "configured_at"),
                SqlTime.read(row, "live_at"),
                SqlTime.read(row, "withdrawal_requested_at"),
                row.getString("withdrawal_requested_by"),
                row.getString("withdrawal_reason"),
                SqlTime.read(row, "withdrawn_at"));
    }

    private List<Meant> intended(String no) {
        return jdbc.sql("SELECT i.lot_code, l.name FROM intended_lot i JOIN parking_lot l ON l.code = i.lot_code"
                        + " WHERE i.application_no = ? ORDER BY i.list_position")
                .param(no)
                .query((row, n) -> new Meant(row.getString("lot_code"), row.getString("name")))
                .list();
    }

    private List<Instance> instances(String no, List<Bound> bindings) {
        Set<String> keys =
                BusinessKeys.of(no, bindings.stream().map(Bound::lotCode).toList());
        return jdbc.sql("SELECT p.*, d.NAME_ AS MODEL_NAME, d.VERSION_ AS MODEL_VERSION FROM ACT_HI_PROCINST p"
                        + " LEFT JOIN ACT_RE_PROCDEF d ON d.ID_ = p.PROC_DEF_ID_"
                        + " WHERE p.ROOT_PROC_INST_ID_ IN (SELECT r.ROOT_PROC_INST_ID_ FROM ACT_HI_PROCINST r"
                        + " WHERE r.BUSINESS_KEY_ IN (:keys)) ORDER BY p.START_TIME_, p.ID_")
                .param("keys", keys)
                .query((row, n) -> instance(row, no))
                .list();
    }

    private static Instance instance(ResultSet row, String no) throws SQLException {
        return new Instance(
                row.getString("ID_"),
                row.getString("PROC_DEF_ID_"),
                row.getString("PROC_DEF_KEY_"),
                Objects.requireNonNullElse(row.getString("MODEL_NAME"), row.getString("PROC_DEF_KEY_")),
                row.getInt("MODEL_VERSION"),
                BusinessKeys.lotCode(row.getString("BUSINESS_KEY_"), no),
                row.getString("SUPER_PROCESS_INSTANCE_ID_"),
                EngineTime.read(row, "START_TIME_"),
                EngineTime.read(row, "END_TIME_"),
                row.getString("STATE_"));
    }

    private Set<String> numbers(String no, List<Bound> bindings) {
        Set<String> numbers = new HashSet<>(Set.of(no));
        if (!bindings.isEmpty()) {
            bindings.forEach(bound -> numbers.add(String.valueOf(bound.id())));
            numbers.addAll(jdbc.sql("SELECT out_trade_no FROM deduction WHERE binding_id IN (:ids)"
                            + " UNION SELECT visit_no FROM channel_visit WHERE binding_id IN (:ids)"
                            + " UNION SELECT r.out_refund_no FROM refund r JOIN deduction d ON d.id = r.deduction_id"
                            + " WHERE d.binding_id IN (:ids)")
                    .param("ids", bindings.stream().map(Bound::id).toList())
                    .query(String.class)
                    .list());
        }
        return numbers;
    }
}
