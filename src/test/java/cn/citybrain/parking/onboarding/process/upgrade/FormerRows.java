package cn.citybrain.parking.onboarding.process.upgrade;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of an application as the version before wrote them, and what the migration makes of them. */
final class FormerRows {

    private static final String MIGRATION = "db/migration/common/V23__filled_in_stages.sql";

    private final JdbcClient jdbc;

    FormerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Form and papers were one stage: {@code application}, and at Alipay {@code apply}. */
    void write(String no) {
        jdbc.sql("UPDATE application SET stages = REPLACE(stages, ',papers', '') WHERE no = ? AND channel = 'alipay'")
                .param(no)
                .update();
        jdbc.sql("UPDATE application SET stages = 'application' WHERE no = ? AND channel <> 'alipay'")
                .param(no)
                .update();
        jdbc.sql("UPDATE application_revision SET stage = CASE WHEN EXISTS (SELECT 1 FROM application"
                        + " WHERE no = application_no AND channel = 'alipay') THEN 'apply' ELSE 'application' END"
                        + " WHERE application_no = ? AND stage = 'papers'")
                .param(no)
                .update();
    }

    /** Runs what the migration does to rows that are there. */
    void migrate() {
        Arrays.stream(script().replaceAll("--[^\n]*", "").split(";"))
                .map(String::strip)
                .filter(statement -> statement.startsWith("UPDATE "))
                .forEach(statement -> jdbc.sql(statement).update());
    }

    private static String script() {
        try {
            return new ClassPathResource(MIGRATION).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
