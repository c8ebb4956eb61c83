package cn.citybrain.parking.onboarding;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The reading statements that something runs, and how the database goes about them. For benches. */
public final class RunStatements {

    private static final String TEMPLATE = "org.springframework.jdbc.core.JdbcTemplate";
    private static final String VALUES = "org.springframework.jdbc.core.StatementCreatorUtils";

    private RunStatements() {}

    /** A statement with its values as they were bound. */
    public record Statement(String sql, List<Object> values) {

        /** What EXPLAIN ANALYZE says of it. */
        public String plan(JdbcTemplate jdbc) {
            return String.join("\n", jdbc.queryForList("EXPLAIN ANALYZE " + sql, String.class, values.toArray()));
        }
    }

    /** In their order. */
    public static List<Statement> of(Runnable work) {
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        List<Logger> loggers = List.of(logger(TEMPLATE), logger(VALUES));
        seen.start();
        loggers.forEach(logger -> {
            logger.setLevel(Level.TRACE);
            logger.addAppender(seen);
        });
        try {
            work.run();
        } finally {
            loggers.forEach(logger -> {
                logger.detachAppender(seen);
                logger.setLevel(null);
            });
        }
        return statements(seen.list);
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    private static List<Statement> statements(List<ILoggingEvent> events) {
        List<Statement> statements = new ArrayList<>();
        for (ILoggingEvent event : events) {
            String said = event.getFormattedMessage();
            if (said.startsWith("Executing prepared SQL statement [")) {
                statements.add(
                        new Statement(said.substring(said.indexOf('[') + 1, said.lastIndexOf(']')), new ArrayList<>()));
            } else if (said.startsWith("Setting SQL statement parameter value") && !statements.isEmpty()) {
                statements.get(statements.size() - 1).values().add(value(said));
            }
        }
        return statements.stream()
                .filter(statement -> statement.sql().startsWith("SELECT"))
                .collect(Collectors.toList());
    }

    private static Object value(String said) {
        String value = said.replaceFirst("^.*parameter value \\[", "").replaceFirst("], value class \\[.*$", "");
        String type = said.replaceFirst("^.*value class \\[", "").replaceFirst("].*$", "");
        return switch (type) {
            case "java.lang.Integer" -> Integer.valueOf(value);
            case "java.lang.Long" -> Long.valueOf(value);
            case "java.lang.Boolean" -> Boolean.valueOf(value);
            case "java.time.LocalDate" -> LocalDate.parse(value);
            case "java.time.OffsetDateTime" -> OffsetDateTime.parse(value);
            default -> value;
        };
    }
}
