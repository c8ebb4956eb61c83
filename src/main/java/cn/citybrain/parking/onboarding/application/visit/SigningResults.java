package cn.citybrain.parking.onboarding.application.visit;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.SigningResult;
import cn.citybrain.parking.onboarding.application.SigningResult.Outcome;
import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.application.register.Filers;
import cn.citybrain.parking.onboarding.application.register.SealedValues;
import cn.citybrain.parking.onboarding.application.register.SubmittedForms;
import cn.citybrain.parking.onboarding.document.Document;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import cn.citybrain.parking.onboarding.words.Typed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Results of signing that came on paper: one replaces the other until the process has used it. */
@NamedInterface("services")
@Component
public class SigningResults {

    private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z_-]{4,32}");
    private static final int REASON_LENGTH = 500;

    private final JdbcClient jdbc;
    private final SealedValues json;
    private final ApplicationRows rows;
    private final StepPapers papers;
    private final SubmittedForms forms;
    private final Filers filers;

    SigningResults(
            JdbcClient jdbc,
            SealedValues json,
            ApplicationRows rows,
            StepPapers papers,
            SubmittedForms forms,
            Filers filers) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
        this.papers = papers;
        this.forms = forms;
        this.filers = filers;
    }

    /**
     * The account is open. The answer in writing was uploaded before.
     *
     * @throws InvalidFields with a message per field
     */
    @Transactional
    public void opened(String no, String channelAccount, String by) {
        requireWaiting(no, by);
        Optional<String> paper = paper(no);
        Map<String, String> faults = new LinkedHashMap<>();
        if (!ACCOUNT.matcher(channelAccount).matches()) {
            faults.put("channelAccount", "渠道商户号应为 4 到 32 位字母、数字、下划线或连字符");
        }
        if (paper.isEmpty()) {
            faults.put(StepPaper.RESULT.key(), "请上传签约入网凭证的照片");
        }
        refuse(faults);
        add(no, Outcome.OPENED, channelAccount, "", Map.of(), paper.get(), by);
    }

    /**
     * They refused.
     *
     * @param remarks reasons by field key, none where it is about no field
     * @throws InvalidFields with a message per field
     */
    @Transactional
    public void refused(String no, String reason, Map<String, String> remarks, String by) {
        Application application = requireWaiting(no, by);
        Map<String, String> faults = new LinkedHashMap<>();
        if (reason.isBlank() || Typed.length(reason) > REASON_LENGTH) {
            faults.put("reason", "请填写对方拒绝的原因，不超过 " + REASON_LENGTH + " 字");
        }
        Catalogue catalogue = forms.submitted(application);
        remarks.forEach((key, text) -> {
            if (catalogue.field(key).isEmpty()) {
                faults.put(key, "没有名为 " + key + " 的字段");
            } else if (text == null || text.isBlank()) {
                faults.put(key, "请写明" + catalogue.label(key) + "的问题");
            }
        });
        refuse(faults);
        add(no, Outcome.REFUSED, "", reason, remarks, paper(no).orElse(null), by);
    }

    /** The result that the process has not used yet. */
    public Optional<SigningResult> unused(String no) {
        return jdbc.sql("SELECT * FROM signing_result WHERE application_no = ? AND used_at IS NULL")
                .param(no)
                .query((row, n) -> result(row))
                .optional();
    }

    /** Those that the process has acted on, newest first. */
    List<SigningResult> used(String no) {
        return jdbc.sql(
                        "SELECT * FROM signing_result WHERE application_no = ? AND used_at IS NOT NULL ORDER BY id DESC")
                .param(no)
                .query((row, n) -> result(row))
                .list();
    }

    /** The process has acted on it. */
    @Transactional
    public void use(String no) {
        jdbc.sql("UPDATE signing_result SET used_at = ? WHERE application_no = ? AND used_at IS NULL")
                .params(rows.now(), no)
                .update();
    }

    private Optional<String> paper(String no) {
        return papers.loose(no, StepPaper.RESULT).map(Document::id);
    }

    /** Also lets go of what was recorded before and not used: the next replaces it. */
    private Application requireWaiting(String no, String by) {
        Application application = rows.locked(no);
        filers.requireOther(no, by);
        if (application.state() != ApplicationState.CHANNEL_REVIEW) {
            throw new WrongState("申请 " + no + " 目前是「" + application.state().title() + "」，没有待登记的签约入网结果");
        }
        jdbc.sql("DELETE FROM signing_result WHERE application_no = ? AND used_at IS NULL")
                .param(no)
                .update();
        return application;
    }

    private static void refuse(Map<String, String> faults) {
        if (!faults.isEmpty()) {
            throw new InvalidFields(String.join("；", faults.values()), faults);
        }
    }

    private void add(
            String no,
            Outcome outcome,
            String channelAccount,
            String reason,
            Map<String, String> remarks,
            String documentId,
            String by) {
        jdbc.sql("INSERT INTO signing_result (application_no, outcome, channel_account, reason, remarks, document_id,"
                        + " recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(no, outcome.name(), channelAccount, reason, json.plain(remarks))
                .params(documentId, by, rows.now())
                .update();
    }

    private SigningResult result(ResultSet row) throws SQLException {
        return new SigningResult(
                Outcome.valueOf(row.getString("outcome")),
                row.getString("channel_account"),
                row.getString("reason"),
                json.map(row.getString("remarks")),
                row.getString("document_id"),
                row.getString("recorded_by"),
                SqlTime.read(row, "recorded_at"));
    }
}
