package cn.citybrain.parking.onboarding.audit.dossier;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which applications were under way in a period: begun by its end, and something of it not over before. */
@Component
class UnderWay {

    private static final String BATCH = """
            SELECT a.no FROM application a
            WHERE a.state <> 'DRAFT' AND a.created_at < :ends AND a.no > :after
              AND (a.created_at >= :begins OR EXISTS (
                SELECT 1 FROM ACT_HI_PROCINST p WHERE p.BUSINESS_KEY_ IN (a.no, a.no || '-devices')
                  AND (p.END_TIME_ IS NULL OR p.END_TIME_ >= :engineBegins))
              OR EXISTS (
                SELECT 1 FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id
                  JOIN ACT_HI_PROCINST p ON p.BUSINESS_KEY_ = a.no || '-' || l.code
                WHERE b.application_no = a.no AND (p.END_TIME_ IS NULL OR p.END_TIME_ >= :engineBegins)))
            ORDER BY a.no FETCH FIRST 500 ROWS ONLY""";

    private final JdbcClient jdbc;

    UnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Some, by their numbers. @param after the last of those before, empty at first */
    List<String> in(Period period, String after) {
        return jdbc.sql(BATCH)
                .param("ends", SqlTime.of(period.ends()))
                .param("begins", SqlTime.of(period.begins()))
                .param("engineBegins", Timestamp.from(period.begins()))
                .param("after", after)
                .query(String.class)
                .list();
    }
}
