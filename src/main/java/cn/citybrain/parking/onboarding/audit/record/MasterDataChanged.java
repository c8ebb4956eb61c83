package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Header.Instance;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.change.ChangedField;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What changed in the master data of its company and lots while it ran, and who keys were registered by. */
@Component
class MasterDataChanged implements Chapter {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    MasterDataChanged(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<Entry> of(Subject subject) {
        Instant end = subject.instances().stream().anyMatch(instance -> instance.ended() == null)
                ? null
                : subject.instances().stream()
                        .map(Instance::ended)
                        .reduce((one, other) -> one.isAfter(other) ? one : other)
                        .orElse(subject.closedAt());
        List<Entry> told = new ArrayList<>();
        told.addAll(jdbc.sql("SELECT * FROM master_change WHERE (subject_kind = 'COMPANY' AND subject_id = :tenant"
                        + " OR subject_kind = 'LOT' AND subject_id IN (:lots)) AND at >= :from")
                .param("tenant", subject.tenant())
                .param("lots", subject.lotCodes())
                .param("from", SqlTime.of(subject.createdAt()))
                .query((row, n) -> change(row))
                .list());
        told.addAll(jdbc.sql("SELECT * FROM access_key WHERE lot_code IN (:lots) AND registered_at >= :from")
                .param("lots", subject.lotCodes())
                .param("from", SqlTime.of(subject.createdAt()))
                .query((row, n) -> key(row))
                .list());
        return told.stream()
                .filter(entry -> end == null || !entry.at().isAfter(end))
                .toList();
    }

    private Entry change(ResultSet row) throws SQLException {
        boolean lot = row.getString("subject_kind").equals("LOT");
        Told told = Told.at(
                        SqlTime.read(row, "at"),
                        Kind.MASTER_DATA,
                        (lot ? "停车场" : "车场方") + "资料：" + row.getString("action"))
                .by(row.getString("actor"))
                .lot(lot ? row.getString("subject_id") : "");
        for (ChangedField field : fields(row.getString("fields"))) {
            told.fact(field.name(), empty(field.before()) + " → " + empty(field.after()));
        }
        return told.said("说明", row.getString("note")).from("master_change", row.getLong("id"));
    }

    private static Entry key(ResultSet row) throws SQLException {
        return Told.at(SqlTime.read(row, "registered_at"), Kind.MASTER_DATA, "登记停车场接入公钥")
                .by(row.getString("registered_by"))
                .lot(row.getString("lot_code"))
                .fact("accessID", row.getString("access_id"))
                .fact("指纹", row.getString("fingerprint"))
                .fact("平台公钥", bits(row.getObject("platform_key_bits", Integer.class)))
                .fact("作废", SqlTime.read(row, "revoked_at"))
                .from("access_key", row.getLong("id"));
    }

    /** Null before there was a choice. */
    private static String bits(Integer length) {
        return length == null ? null : length + " 位";
    }

    private static String empty(String value) {
        return value.isEmpty() ? "（空）" : value;
    }

    private List<ChangedField> fields(String text) {
        try {
            return List.of(json.readValue(text, ChangedField[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored change cannot be read", e);
        }
    }
}
